#pragma once

#include <QString>

class QComboBox;

/// Fills a box that filters by one value: `all` on top, whose data is empty, then each of `values` in the
/// words of `textOf`. Keeps the person's choice where it is still offered, and tells nobody.
void offerValues(QComboBox *filter, const QString &all, const QStringList &values,
                 QString (*textOf)(const QString &));
