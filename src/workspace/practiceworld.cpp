#include "workspace/practiceworld.h"

#include "simulator/simulator.h"

#include <QRandomGenerator>

#include <array>

namespace {

QByteArray randomSecret()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray{reinterpret_cast<const char *>(words.data()), static_cast<qsizetype>(sizeof words)}
        .toHex();
}

} // namespace

Result<std::unique_ptr<PracticeWorld>> PracticeWorld::start(const Clock &clock)
{
    SimulatorOptions options;
    options.appSecret = randomSecret();
    auto simulator = std::make_unique<Simulator>(clock);
    if (const Result<> started = simulator->start(options); !started)
        return started.error();
    return std::unique_ptr<PracticeWorld>{
        new PracticeWorld{std::move(simulator), options.appSecret}
    };
}

PracticeWorld::PracticeWorld(std::unique_ptr<Simulator> simulator, QByteArray appSecret)
    : m_simulator{std::move(simulator)}
    , m_appSecret{std::move(appSecret)}
{
}

PracticeWorld::~PracticeWorld() = default;

Credential PracticeWorld::credentialFor(const Account &account) const
{
    Credential credential;
    credential.account = account;
    credential.account.phoneNumberId = m_simulator->phoneNumberId();
    credential.account.wabaId = m_simulator->wabaId();
    credential.account.apiBase = m_simulator->url();
    credential.token = m_simulator->token().toUtf8();
    credential.appSecret = m_appSecret;
    return credential;
}

void PracticeWorld::reportTo(const QUrl &webhook)
{
    m_simulator->setWebhookUrl(webhook);
}
