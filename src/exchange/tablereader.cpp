#include "exchange/tablereader.h"

#include <algorithm>

bool TableRow::isBlank() const
{
    return std::all_of(cells.begin(), cells.end(),
                       [](const QString &cell) { return QStringView{cell}.trimmed().isEmpty(); });
}
