#include "presentation/abtestoverview.h"

#include "presentation/wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AbTest)
};

QString unitOf(AbMeasure measure)
{
    switch (measure) {
    case AbMeasure::Delivered: return Words::tr("% delivered of sent");
    case AbMeasure::Read: return Words::tr("% read of delivered");
    case AbMeasure::Responded: return Words::tr("% answered of delivered");
    }
    Q_UNREACHABLE();
}

/// Never none, nor all: it is an estimate.
QString chanceText(double chance)
{
    constexpr double kLeast = 0.01;
    if (chance < kLeast)
        return Words::tr("under %1").arg(wholePercentText(kLeast));
    if (chance > 1 - kLeast)
        return Words::tr("over %1").arg(wholePercentText(1 - kLeast + 1e-9));
    return wholePercentText(chance);
}

QString secondLineOf(const Campaign &version, const AbResult &result, size_t index)
{
    QStringList parts{Words::tr("%Ln people", nullptr, version.counts.total())};
    if (result.verdict != AbResult::Verdict::TooFew)
        //: How probably a version of a test is the best one
        parts << Words::tr("best: %1").arg(chanceText(result.chances[index]));
    return parts.join(u" · "_s);
}

/// With the reason, where the figures do not say it themselves.
QString choiceWords(const AbTestFacts &facts, int people)
{
    const QString words = Words::tr("Choose the version for the rest, %Ln people.", nullptr, people);
    const bool isSaid = facts.test.why == verdictText(facts.test.terms.measure, facts.result);
    return isSaid ? words : words + u' ' + facts.test.why;
}

QString nextWords(const AbTestFacts &facts)
{
    const AbTest &test = facts.test;
    const int people = facts.rest ? facts.rest->counts.total() : 0;
    switch (test.state) {
    case AbTestState::Draft: return Words::tr("The people are divided when it is sent or scheduled.");
    case AbTestState::Dividing:
        return Words::tr("The people are not divided to the end. Send it again to go on.");
    case AbTestState::Running:
        if (!test.hasOpenRest())
            return Words::tr("Everybody takes part in this test.");
        if (facts.decidesAt)
            return Words::tr("The rest, %Ln people, gets the best version on %1, where it is clear by then.",
                             nullptr, people)
                .arg(momentText(*facts.decidesAt));
        return test.terms.decideAfter
            ? Words::tr("The rest, %Ln people, waits until every version has begun to be sent.", nullptr,
                        people)
            : Words::tr("The rest, %Ln people, gets the version that you choose.", nullptr, people);
    case AbTestState::Asking: return choiceWords(facts, people);
    case AbTestState::Decided:
        return (test.isByPerson ? Words::tr("You chose version %1 for the rest on %2.")
                                : Words::tr("Version %1 won, and the rest got it on %2."))
            .arg(variantLetter(test.winner.value_or(0)), momentText(test.decidedAt.value_or(UtcTime{})));
    }
    Q_UNREACHABLE();
}

} // namespace

AbTestOverview overviewOf(const AbTestFacts &facts, CampaignId shown)
{
    const AbTest &test = facts.test;
    AbTestOverview overview;
    overview.unit = unitOf(test.terms.measure);
    const bool hasOpenRest = test.hasOpenRest();
    overview.rest = hasOpenRest ? test.rest : CampaignId{};
    overview.restPeople = facts.rest ? facts.rest->counts.total() : 0;
    for (size_t index = 0; index < facts.versions.size(); ++index) {
        AbVersionView view;
        view.letter = variantLetter(static_cast<int>(index));
        view.share = facts.result.shares[index];
        if (const std::optional<Campaign> &version = facts.versions[index]) {
            view.campaign = version->id;
            view.name = u"%1 · %2"_s.arg(view.letter, version->templateName);
            view.secondLine = secondLineOf(*version, facts.result, index);
            view.isShown = version->id == shown;
            view.mayBeChosen = hasOpenRest;
        } else {
            view.name = view.letter;
            view.secondLine = Words::tr("deleted");
        }
        overview.versions.push_back(view);
    }
    overview.verdict = verdictText(test.terms.measure, facts.result);
    overview.isClear = facts.result.verdict == AbResult::Verdict::Clear;
    overview.next = nextWords(facts);
    overview.isAsking = test.state == AbTestState::Asking;
    overview.isRestShown = hasOpenRest && test.rest == shown;
    return overview;
}

ChartTable tableOf(const AbTestOverview &overview)
{
    ChartTable table{
        {Words::tr("Version"),  Words::tr("Did it"), Words::tr("Of"), Words::tr("Share"),
         Words::tr("At least"), Words::tr("At most")},
        {}
    };
    table.shareColumns = {3, 4, 5};
    for (const AbVersionView &version : overview.versions) {
        const std::optional<Interval> interval = version.share.interval();
        const auto end = [&interval](double Interval::*side) {
            return tenThousandths(interval ? std::optional{(*interval).*side} : std::nullopt);
        };
        table.rows.push_back({
            version.name,
            version.letter,
            {version.share.part, version.share.whole, tenThousandths(version.share.value()),
                     end(&Interval::low), end(&Interval::high)}
        });
    }
    return table;
}

QString abTestPlaceText(const AbTest &test, CampaignId campaign)
{
    if (test.rest == campaign && test.state == AbTestState::Asking)
        return Words::tr("Choose the version of the test that they get");
    if (test.rest == campaign)
        return test.hasOpenRest() ? Words::tr("Waits for the winner of a test")
                                  : Words::tr("Got the winner of a test");
    for (size_t index = 0; index < test.campaigns.size(); ++index) {
        if (test.campaigns[index] == campaign && test.state != AbTestState::Draft)
            return Words::tr("Version %1 of a test").arg(variantLetter(static_cast<int>(index)));
    }
    return test.state == AbTestState::Draft
        ? Words::tr("A test of %Ln versions", nullptr, static_cast<int>(test.terms.variants.size()))
        : QString{};
}
