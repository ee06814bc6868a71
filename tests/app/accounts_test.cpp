#include "app/appworld.h"

#include "domain/ports/secretstore.h"
#include "simulator/simulator.h"
#include "widgets/pages/campaignspage.h"
#include "widgets/pages/connectpage.h"
#include "widgets/pages/firststartpage.h"
#include "workspace/session.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

/// A computer without a keychain.
class NoKeychain final : public SecretStore
{
public:
    void read(const QString &, Read answer) override
    {
        later([answer] { answer(missing()); });
    }
    void write(const QString &, const QByteArray &, Written answer) override
    {
        later([answer] { answer(missing()); });
    }
    void remove(const QString &, Written answer) override
    {
        later([answer] { answer(missing()); });
    }

private:
    static Error missing() { return {ErrorKind::Refused, u"There is no keychain."_s, u"no_keychain"_s, {}}; }
    void later(const std::function<void()> &what)
    {
        QMetaObject::invokeMethod(&m_context, what, Qt::QueuedConnection);
    }

    QObject m_context;
};

class AccountsTest : public testing::Test
{
protected:
    void SetUp() override { ASSERT_TRUE(m_meta.start({})); }

    void fillForm(AppWorld &world, const QString &token)
    {
        world.awaitPage<FirstStartPage>();
        world.click(u"Connect your number"_s);
        auto *page = world.awaitPage<ConnectPage>();
        world.click(u"Advanced"_s);
        const std::pair<QString, QString> values[]{
            {u"Name"_s,                       u"Meridian Journeys"_s},
            {u"Phone number ID"_s,            m_meta.phoneNumberId()},
            {u"Business account ID (WABA)"_s, m_meta.wabaId()       },
            {u"Access key"_s,                 token                 },
            {u"Address of the Graph API"_s,   m_meta.url()          },
        };
        for (const auto &[name, value] : values)
            fieldOf(*page, name).setText(value);
    }

    static QLineEdit &fieldOf(const QWidget &page, const QString &label)
    {
        for (QLineEdit *field : page.findChildren<QLineEdit *>()) {
            if (field->accessibleName().startsWith(label))
                return *field;
        }
        qFatal("No field is called %s", qPrintable(label));
    }

    static std::vector<Account> accounts(const AppWorld &world)
    {
        const Result<std::unique_ptr<Session>> session = Session::open(*Workspace::open(world.ownFolder()));
        return *(*session)->accounts().list();
    }

    SystemClock m_clock;
    Simulator m_meta{m_clock};
};

} // namespace

TEST_F(AccountsTest, aNumberIsConnectedAfterMetaConfirmedIt)
{
    AppWorld world;
    world.start();
    fillForm(world, m_meta.token());

    world.click(u"Check and connect"_s);

    world.awaitPage<CampaignsPage>();
    ASSERT_EQ(accounts(world).size(), 1u);
    EXPECT_EQ(accounts(world).front().name, u"Meridian Journeys"_s);
    EXPECT_FALSE(accounts(world).front().displayPhoneNumber.isEmpty()) << "what Meta said was not stored";
    // Its templates come by themselves.
    EXPECT_TRUE(world.waitFor([&] {
        const Result<std::unique_ptr<Session>> session = Session::open(*Workspace::open(world.ownFolder()));
        return (*session)->templates().list(accounts(world).front().id)->size() == 8;
    }));
}

TEST_F(AccountsTest, aWrongKeyIsToldAndNothingIsStored)
{
    AppWorld world;
    world.start();
    fillForm(world, u"EAAwrong"_s);

    world.click(u"Check and connect"_s);

    auto *page = world.awaitPage<ConnectPage>();
    EXPECT_TRUE(world.waitFor([&] {
        for (const QLabel *label : page->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(u"This did not work."_s))
                return true;
        }
        return false;
    }));
    EXPECT_TRUE(accounts(world).empty());
}

TEST_F(AccountsTest, withoutAKeychainTheKeyIsKeptForThisRunAndThatIsSaid)
{
    AppWorld world{[] { return std::make_unique<NoKeychain>(); }};
    world.start();
    fillForm(world, m_meta.token());

    world.click(u"Check and connect"_s);

    ASSERT_TRUE(world.waitFor([&] { return world.dialog() != nullptr; }));
    EXPECT_EQ(world.dialog()->windowTitle(), u"The access key is kept for this run only"_s);
    EXPECT_EQ(accounts(world).size(), 1u);
}
