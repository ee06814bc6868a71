#pragma once

#include "widgets/controls/dialogs.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

class FormField;
class QCheckBox;
class QDateEdit;
class QLineEdit;
class TextLabel;

/// What a file of prices holds, as the dialog shows it.
struct RatesFileView
{
    QString fileName;
    QString currency; ///< empty: the file does not say
    std::optional<QDate> effective;
    int markets = 0;
    int prices = 0;
    std::vector<QString> refused; ///< a sentence for each row
};

/// Shows what was found in a file of prices, asks what it does not say, and imports it.
class RatesImportDialog : public MessageDialog
{
    Q_OBJECT

public:
    explicit RatesImportDialog(const RatesFileView &file, QWidget *parent = nullptr);

signals:
    void importWanted(const QString &currency, const QDate &effective);

private:
    void take();

    QLineEdit *m_currency;
    FormField *m_currencyField;
    QDateEdit *m_effective;
};
