#include "widgets/controls/valuefilter.h"

#include <QComboBox>
#include <QSignalBlocker>

#include <algorithm>

void offerValues(QComboBox *filter, const QString &all, const QStringList &values,
                 QString (*textOf)(const QString &))
{
    const QSignalBlocker quiet{filter};
    const QString chosen = filter->currentData().toString();
    filter->clear();
    filter->addItem(all, QString{});
    for (const QString &value : values)
        filter->addItem(textOf(value), value);
    filter->setCurrentIndex(std::max(0, filter->findData(chosen)));
}
