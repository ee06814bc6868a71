#pragma once

#include <QtGlobal>

/// Rows that a table model of any length needs. `list` tells answers to an earlier filter or search from
/// those to this one.
struct PageRequest
{
    quint64 list = 0;
    int offset = 0;
    int count = 0;

    friend bool operator==(const PageRequest &, const PageRequest &) = default;
};
