#pragma once

#include "widgets/controls/dialogs.h"

#include <QDate>
#include <QString>

class FormField;
class QDateEdit;
class QLineEdit;

/// What somebody paid because of a campaign, as typed.
struct RevenueInput
{
    QString amount; ///< "250" or "250 EUR"
    QString phone; ///< of whoever paid; empty: not said
    QDate day;
};

/// Records by hand what a campaign brought in. Stays open until it is stored.
class RevenueDialog final : public MessageDialog
{
    Q_OBJECT

public:
    /// `currency`: of amounts that do not say it; empty: they have to.
    RevenueDialog(const QString &campaign, const QString &currency, const QDate &today,
                  QWidget *parent = nullptr);

    /// About the amount, or else about the phone.
    void showProblem(const QString &sentence, bool isAboutPhone);

signals:
    void recordWanted(const RevenueInput &input);

private:
    void record();

    QLineEdit *m_amount;
    FormField *m_amountField;
    QLineEdit *m_phone;
    FormField *m_phoneField;
    QDateEdit *m_day;
};
