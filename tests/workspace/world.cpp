#include "workspace/world.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

World::World(Workspace::Purpose purpose)
    : m_stateBefore{qgetenv("XDG_STATE_HOME")}
{
    qputenv("XDG_STATE_HOME", path(u"state"_s).toUtf8());
    const Result<Workspace> made = Workspace::create(path(u"workspace"_s), purpose, m_clock);
    EXPECT_TRUE(made) << (made ? "" : qPrintable(made.error().message));
    m_workspace = std::make_unique<Workspace>(*made);
    m_session = *Session::open(*m_workspace, m_clock);
}

World::~World()
{
    m_session.reset();
    qputenv("XDG_STATE_HOME", m_stateBefore);
}

QString World::writeFile(const QString &name, const QByteArray &content) const
{
    QFile file{path(name)};
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(content);
    return file.fileName();
}

CampaignId World::draft(int people)
{
    Campaign campaign = *m_session->campaignDesk().newDraft();
    campaign.name = u"Winter"_s;
    campaign.templateName = u"tour_package_marketing"_s;
    campaign.language = u"en_US"_s;
    const CampaignId id = *m_session->campaigns().create(campaign, m_clock.now());
    std::vector<NewRecipient> recipients;
    for (int i = 0; i < people; ++i) {
        const QString phone = u"+346"_s + QString::number(i).rightJustified(8, u'0');
        recipients.push_back({
            *PhoneNumber::fromE164(phone),
            u"ES"_s,
            u"Person %1"_s.arg(i),
            {{u"1"_s, u"Lisbon"_s}, {u"2"_s, u"419 EUR"_s}}
        });
    }
    EXPECT_TRUE(m_session->campaigns().addRecipients(id, recipients, m_clock.now()));
    return id;
}

Campaign World::load(CampaignId id)
{
    const Result<Campaign> campaign = m_session->campaigns().load(id);
    EXPECT_TRUE(campaign);
    return campaign ? *campaign : Campaign{};
}

bool waitUntil(const std::function<bool()> &isDone)
{
    constexpr qint64 kLongest = 5000; // milliseconds
    QElapsedTimer timer;
    timer.start();
    while (!isDone() && timer.elapsed() < kLongest)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    return isDone();
}
