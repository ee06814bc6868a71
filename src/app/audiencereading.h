#pragma once

#include "exchange/recipientimport.h"
#include "presentation/audience.h"
#include "workspace/importdesk.h"

#include <QElapsedTimer>

/// How the import reads what a person chose on screen. `country`: for numbers without one, where they chose
/// none.
ImportRequest importRequest(const AudienceSource &source, const AudienceChoices &choices,
                            const QString &country);

/// Lets through a call now and then: progress is told some ten times a second. Used on the thread that reads.
class Seldom
{
public:
    bool isTime();

private:
    QElapsedTimer m_timer;
};

/// Gathers what the screen shows of a file while it is read: the first rows of every verdict.
class AudienceCollector
{
public:
    static constexpr size_t kMostRowsOfAVerdict = 500;

    void take(const QList<ImportedRow> &rows);
    AudiencePreview preview(const AudienceSource &source, const AudienceChoices &choices,
                            const QString &country, const ImportReport &report) &&;

private:
    std::vector<AudienceRow> m_rows;
    std::array<size_t, 4> m_taken{};
};

/// A number that a person typed, read by the rules of `country`; an empty phone comes with the row that says
/// why.
struct TypedPhone
{
    PhoneNumber phone;
    QString region;
    QString problem; ///< a sentence
};
TypedPhone readTypedPhone(const QString &text, const QString &country);
