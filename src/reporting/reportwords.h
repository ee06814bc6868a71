#pragma once

#include "reporting/clientreport.h"
#include "reporting/reportcost.h"

#include <QCoreApplication>
#include <QLocale>

/// People with the same outcome: everybody of a report is in exactly one.
struct ReportOutcome
{
    QString name;
    QString meaning;
    int people = 0;
    QRgb colour = 0;
};

/// A step of the funnel.
struct ReportStep
{
    QString name;
    int people = 0;
    int whole = 0; ///< what its share is of
    QString ofWhat; ///< the whole in words: "sent"; empty: no share
    QRgb colour = 0;
};

/// One thing a reader may want explained.
struct ReportNote
{
    QString term;
    QString text;
};

/// An amount with what it is.
struct MoneyLine
{
    QString name;
    QString value;
    // The value as a number, where it is one:
    std::optional<Money> amount = {};
    QString currency = {};
    std::optional<double> share = {};
};

/// What a report says, in words and in the numbers of the reader's language.
class ReportWords
{
    Q_DECLARE_TR_FUNCTIONS(ReportWords)

public:
    explicit ReportWords(const ClientReport &report)
        : m_report{report}
    {
    }

    QString number(qint64 value) const { return m_locale.toString(value); }
    /// "94.2 %"; "3 of 12" where so few say more than a percentage; an en dash where there is no whole.
    QString share(int part, int whole) const;
    /// "94.2 % of sent"; "3 of 12".
    QString shareOf(int part, int whole, const QString &ofWhat) const;
    /// What it cost, what came in and what that returned; empty where none of it is known.
    std::vector<MoneyLine> money() const;
    /// What all of that is called.
    QString moneyTitle() const;
    /// "62.40 USD"; "at least 62.40 USD" where something is missing; an en dash where nothing is known.
    /// Several currencies stand below each other.
    QString cost(const ReportCost &cost) const;
    QString moment(UtcTime time) const;
    QString day(UtcTime time) const;
    /// "under 1 s", "8 min 22 s", "1 d 4 h".
    QString duration(std::chrono::milliseconds time) const;
    /// A label of a time axis whose labels lie `step` apart.
    QString tick(UtcTime time, std::chrono::minutes step) const;

    QString period() const;
    QString state() const;
    /// The whole report in a sentence or two, for who reads no more.
    QString summary() const;
    QString agency() const;
    /// The zone as people call it: "Madrid".
    QString zone() const;
    QString priceName(const PricedMessages &price) const;

    std::vector<ReportOutcome> outcomes(const FigureSet &figures) const;
    std::vector<ReportStep> funnel(const FigureSet &figures) const;
    std::vector<ReportNote> method() const;

private:
    QString amount(Money money, const QString &currency) const;
    QString stateOf(CampaignState state) const;

    const ClientReport &m_report;
    QLocale m_locale;
};
