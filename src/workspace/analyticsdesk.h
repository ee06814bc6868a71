#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/analytics.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <vector>

class Session;

/// A table of the figures for programs: plain names and digits, shares from 0 to 1.
struct AnalyticsTable
{
    QString name; ///< "templates"
    QStringList columns;
    std::vector<QStringList> rows;
};

/// The figures of campaigns over a period, for the page and the terminal.
class AnalyticsDesk
{
    Q_DECLARE_TR_FUNCTIONS(AnalyticsDesk)

public:
    static constexpr int kDefaultDays = 7 * 12;

    explicit AnalyticsDesk(Session &session)
        : m_session{session}
    {
    }

    /// Usually in a moment, however many people there were; with a tag as long as its people are many.
    /// NotFound where nobody has the tag, or no campaign the template, the account or the id; BadInput where
    /// the period ends before it begins. Cancelled meanwhile, the answer says so and has no figures.
    Result<AnalyticsAnswer> look(const AnalyticsRequest &request, const CancelToken &cancel = {});

    /// A CSV file for each table, into a folder that is made where it is not there. The paths written.
    static Result<QStringList> write(const AnalyticsAnswer &answer, const QString &folder);

private:
    Result<AnalyticsChoices> choices(const AnalyticsFacts &facts);
    Result<> checkFilter(const AnalyticsFilter &filter, const AnalyticsFacts &facts,
                         const AnalyticsChoices &choices) const;

    Session &m_session;
};

/// All tables of the figures.
std::vector<AnalyticsTable> analyticsTables(const AnalyticsAnswer &answer);

/// "day", "week" or "month".
QString toWord(TrendStep step);
std::optional<TrendStep> trendStepFromWord(QStringView word);
/// "too_few", "calm", "watch" or "alarm".
QString toWord(OptOutLight light);
/// "mon" for 0.
QString weekdayWord(int weekday);
