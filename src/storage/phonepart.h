#pragma once

#include <QString>

/// What a person typed as a part of a number, without the usual punctuation and in ASCII digits; empty if it
/// cannot be one.
QString phonePart(const QString &search);
