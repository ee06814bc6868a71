#pragma once

#include "domain/campaign.h"
#include "domain/messagetemplate.h"

class QLineEdit;

/// What may be given for the header of a template of this format, in a sentence.
QString headerFileHint(HeaderFormat format);

/// Asks for a file for a header of this format, and writes its path into the field. Starts where `present`
/// is.
void chooseHeaderFile(HeaderFormat format, const HeaderMedia &present, QLineEdit *field);
