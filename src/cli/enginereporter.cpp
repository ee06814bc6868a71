#include "cli/enginereporter.h"

#include "cli/jsonforms.h"
#include "cli/terminal.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(EngineReporter)
};

} // namespace

void EngineReporter::progress(const ProgressReport &report)
{
    if (m_terminal.isJson()) {
        m_terminal.jsonProgress(QString::number(report.campaign.value), progressJson(report));
        return;
    }
    const int total = report.counts.total();
    if (total == 0)
        return;
    const QLocale locale;
    m_terminal.progressBar(
        Words::tr("Campaign %1").arg(report.campaign.value),
        static_cast<double>(total - report.remaining) / total,
        Words::tr("%1/s, %2 remaining")
            .arg(locale.toString(report.perSecond, 'f', 1), locale.toString(report.remaining)));
}

void EngineReporter::state(CampaignId campaign, CampaignState state, const StateReason &reason)
{
    if (m_terminal.isJson()) {
        m_terminal.jsonState(stateJson(campaign, state, reason));
        return;
    }
    const QString what = Words::tr("Campaign %1: %2").arg(QString::number(campaign.value), toWord(state));
    const QString why = reason.advice.isEmpty() ? reason.message : reason.message + u' ' + reason.advice;
    m_terminal.message(why.isEmpty() ? what : what + u". "_s + why);
}

void EngineReporter::waiting(CampaignId campaign, const StateReason &reason)
{
    if (m_waitingFor.value(campaign) == reason.code)
        return;
    m_waitingFor[campaign] = reason.code;
    if (m_terminal.isJson()) {
        m_terminal.jsonState({
            {u"event"_s,    u"waiting"_s      },
            {u"campaign"_s, campaign.value    },
            {u"reason"_s,   reasonJson(reason)},
        });
        return;
    }
    const QString name = Words::tr("Campaign %1").arg(campaign.value);
    m_terminal.message(name + u": "_s + (reason.isEmpty() ? Words::tr("it goes on.") : reason.message));
}

void EngineReporter::recovered(int unconfirmed)
{
    if (m_terminal.isJson())
        m_terminal.jsonState({
            {u"event"_s,       u"recovered"_s},
            {u"unconfirmed"_s, unconfirmed   },
        });
    else
        m_terminal.message(QCoreApplication::translate("EngineReporter",
                                                       "The last run was cut off: %n message(s) may or may "
                                                       "not have gone out. They are not sent again; see: "
                                                       "fanfare-cli campaign resolve --help",
                                                       nullptr, unconfirmed));
}
