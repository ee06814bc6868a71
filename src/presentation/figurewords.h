#pragma once

#include "domain/figures.h"

#include <QString>

#include <vector>

/// A figure in words: what it is, and its value.
struct FigureLine
{
    QString name;
    QString value;

    friend bool operator==(const FigureLine &, const FigureLine &) = default;
};

/// Why people failed, with what to do about it.
struct ReasonLine
{
    QString code;
    QString message;
    QString advice;
    int people = 0;
    bool mayBeRetried = false;

    friend bool operator==(const ReasonLine &, const ReasonLine &) = default;
};

/// How long people took: half of them, the middle half, and nine of ten. Only steps that somebody reached.
std::vector<FigureLine> timeLines(const DeliveryTimes &times);
/// How many delivered messages Meta charges for, and how many are free.
std::vector<FigureLine> priceLines(const std::vector<PricedMessages> &prices);
/// The commonest first; `most` of them at most, the others summed up in the last.
std::vector<ReasonLine> reasonLines(const std::vector<ErrorCount> &errors, size_t most);
