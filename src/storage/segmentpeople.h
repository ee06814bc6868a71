#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/segmentrule.h"
#include "storage/contactset.h"

class Database;

/// Everybody in the contact book who meets the rule now. Each condition is one look at an index, joined here:
/// tens of milliseconds at a million contacts. Needs an open transaction, so that all conditions are judged
/// on one state.
Result<ContactSet> peopleMeeting(Database &database, const SegmentRule &rule, UtcTime now);
