#include "cli/secretswatch.h"

#include "workspace/session.h"

#include <QPointer>

#include <utility>

using namespace std::chrono_literals;

namespace {
constexpr auto kAskAgainAfter = 1min;
}

SecretsWatch::SecretsWatch(std::shared_ptr<MetaConnection> meta, QObject *parent)
    : QObject{parent}
    , m_meta{std::move(meta)}
{
    m_askAgain.setSingleShot(true);
    m_askAgain.setInterval(kAskAgainAfter);
    connect(&m_askAgain, &QTimer::timeout, this, &SecretsWatch::look);
}

void SecretsWatch::look()
{
    const Result<ReceptionBasis> basis = ReceptionBasis::read(m_meta->session());
    if (!basis)
        return fail(basis.error());
    m_askedFor = *basis;
    m_meta->vault().findAppSecrets(basis->accounts(),
                                   [self = QPointer<SecretsWatch>{this},
                                    question = ++m_question](const Result<FoundAppSecrets> &secrets) {
                                       if (!self || self->m_question != question)
                                           return;
                                       if (!secrets)
                                           return self->fail(secrets.error());
                                       self->m_askAgain.stop();
                                       self->m_told.clear();
                                       emit self->found(*secrets);
                                   });
}

void SecretsWatch::follow()
{
    m_changes = std::make_unique<ChangeWatch>(m_meta->session().workspace());
    connect(m_changes.get(), &ChangeWatch::changed, this, &SecretsWatch::lookForOthers);
}

void SecretsWatch::stop()
{
    ++m_question;
    m_askAgain.stop();
    m_changes.reset();
}

void SecretsWatch::lookForOthers()
{
    const Result<ReceptionBasis> basis = ReceptionBasis::read(m_meta->session());
    if (!basis)
        fail(basis.error());
    else if (m_askedFor != *basis)
        look();
}

void SecretsWatch::fail(const Error &error)
{
    if (isFollowing())
        m_askAgain.start();
    if (std::exchange(m_told, error.message) != error.message)
        emit failed(error);
}
