#include "workspace/insightsreader.h"

#include "whatsapp/graphinsightsgateway.h"
#include "workspace/credentialvault.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// The allowance is shared with syncing templates and with other programs of the business.
constexpr int kMostUsedPercent = 80;
constexpr auto kWaitWhenMostIsUsed = 1h;

bool saysThatMetaDoesNotCount(const Error &error)
{
    return error.code == "200007"_L1;
}

bool saysThatATemplateIsGone(const Error &error)
{
    return error.code == "100"_L1;
}

} // namespace

/// A question under way.
struct InsightsReader::Reading
{
    InsightsQuestion question;
    Answer answer;
    std::shared_ptr<const Credential> credential;
    QStringList templatesLeft;
    qsizetype singly = 0; ///< so many of them are asked one by one
    InsightsFindings findings;

    void finish() const { answer(findings); }

    /// What Meta said of these templates. One that is refused among others is found by asking one by one.
    void note(const QStringList &ids, const Result<std::vector<TemplateDay>> &days)
    {
        const bool isGone = !days && saysThatATemplateIsGone(days.error());
        if (isGone && ids.size() > 1) {
            singly = ids.size();
            return;
        }
        templatesLeft = templatesLeft.mid(ids.size());
        singly = std::max<qsizetype>(singly - 1, 0);
        if (isGone) {
            findings.refusedTemplates += ids;
        } else if (!days) {
            findings.problem = days.error();
        } else {
            if (!findings.templates)
                findings.templates.emplace();
            findings.templates->insert(findings.templates->end(), days->begin(), days->end());
            if (findings.state && findings.state->counts == MetaCounts::NotTold)
                findings.state->counts = MetaCounts::Yes;
        }
    }

    /// Whether anything more may be asked; else it is over.
    bool goesOn(const AskingAllowance &allowance)
    {
        if (allowance.waitFor)
            findings.waitFor = allowance.waitFor;
        else if (allowance.usedPercent && *allowance.usedPercent >= kMostUsedPercent)
            findings.waitFor = kWaitWhenMostIsUsed;
        if (!findings.waitFor && !findings.problem)
            return true;
        finish();
        return false;
    }
};

InsightsReader::InsightsReader(CredentialVault &vault, QObject *parent)
    : InsightsReader{vault, std::make_unique<GraphInsightsGateway>(), parent}
{
}

InsightsReader::InsightsReader(CredentialVault &vault, std::unique_ptr<InsightsGateway> gateway,
                               QObject *parent)
    : QObject{parent}
    , m_vault{vault}
    , m_gateway{std::move(gateway)}
{
}

InsightsReader::~InsightsReader() = default;

void InsightsReader::read(const KnownAccount &account, const InsightsQuestion &question, Answer answer)
{
    auto reading = std::make_shared<Reading>();
    reading->question = question;
    reading->answer = std::move(answer);
    reading->templatesLeft = question.templateIds;
    resolve(account, reading, [this](const std::shared_ptr<Reading> &resolved) {
        if (resolved->question.asksState)
            readState(resolved);
        else
            readTemplates(resolved);
    });
}

void InsightsReader::enable(const KnownAccount &account, Answer answer)
{
    auto reading = std::make_shared<Reading>();
    reading->question.asksState = true;
    reading->answer = std::move(answer);
    resolve(account, reading, [this](const std::shared_ptr<Reading> &resolved) {
        m_gateway->enable(*resolved->credential,
                          [this, resolved](const Result<> &enabled, const AskingAllowance &allowance) {
                              if (!enabled)
                                  resolved->findings.problem = enabled.error();
                              if (resolved->goesOn(allowance))
                                  readState(resolved);
                          });
    });
}

void InsightsReader::resolve(const KnownAccount &account, std::shared_ptr<Reading> reading,
                             std::function<void(std::shared_ptr<Reading>)> next)
{
    m_vault.resolve(account,
                    [self = QPointer<InsightsReader>{this}, reading = std::move(reading),
                     next = std::move(next)](const Result<std::shared_ptr<const Credential>> &credential) {
                        if (!self)
                            return;
                        if (credential) {
                            reading->credential = *credential;
                            return next(reading);
                        }
                        reading->findings.problem = credential.error();
                        reading->finish();
                    });
}

void InsightsReader::readState(const std::shared_ptr<Reading> &reading)
{
    m_gateway->fetchState(
        *reading->credential,
        [this, reading](const Result<InsightsState> &state, const AskingAllowance &allowance) {
            if (state)
                reading->findings.state = *state;
            else
                reading->findings.problem = state.error();
            if (!reading->goesOn(allowance))
                return;
            if (state->counts != MetaCounts::No && reading->question.asksFigures)
                readTemplates(reading);
            else
                reading->finish();
        });
}

void InsightsReader::readTemplates(const std::shared_ptr<Reading> &reading)
{
    const QStringList ids =
        reading->templatesLeft.mid(0, reading->singly > 0 ? 1 : InsightsGateway::kMostTemplates);
    if (ids.isEmpty()) {
        reading->findings.areFiguresWhole = true;
        return readPrices(reading);
    }
    m_gateway->fetchTemplates(
        *reading->credential, ids, reading->question.from, reading->question.to,
        [this, reading, ids](const Result<std::vector<TemplateDay>> &days, const AskingAllowance &allowance) {
            if (!days && saysThatMetaDoesNotCount(days.error())) {
                reading->findings.state = InsightsState{MetaCounts::No, {}};
                return reading->finish();
            }
            reading->note(ids, days);
            if (reading->goesOn(allowance))
                readTemplates(reading);
        });
}

void InsightsReader::readPrices(const std::shared_ptr<Reading> &reading)
{
    m_gateway->fetchPrices(
        *reading->credential, reading->question.pricesFrom, reading->question.to,
        [reading](const Result<std::vector<PriceDay>> &days, const AskingAllowance &allowance) {
            if (days)
                reading->findings.prices = *days;
            else if (saysThatMetaDoesNotCount(days.error()))
                reading->findings.state = InsightsState{MetaCounts::No, {}};
            else
                reading->findings.problem = days.error();
            if (reading->goesOn(allowance))
                reading->finish();
        });
}
