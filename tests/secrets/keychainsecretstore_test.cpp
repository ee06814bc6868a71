#include "secrets/keychainsecretstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

/// A session bus, a home and, if asked for, a keyring of the test's own.
class KeychainSecretStoreTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        if (QStandardPaths::findExecutable(u"dbus-run-session"_s).isEmpty())
            GTEST_SKIP() << "dbus-run-session is missing (package dbus).";
        for (const QString &name : {u"home"_s, u"run"_s}) {
            ASSERT_TRUE(QDir{m_folder.path()}.mkdir(name));
            QFile::setPermissions(m_folder.filePath(name),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
    }

    static bool hasKeyring() { return !QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty(); }

    /// A shell command that runs the probe.
    QString probe(const QString &arguments) const
    {
        return u"\"%1/keychainprobe\" \"%2\" 10000 %3"_s.arg(QCoreApplication::applicationDirPath(),
                                                             m_folder.filePath(u"known-keys"_s), arguments);
    }

    /// The lines that a shell script prints under a session bus of its own.
    QStringList runInSession(const QString &script) const
    {
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
        environment.insert(u"HOME"_s, m_folder.filePath(u"home"_s));
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.filePath(u"run"_s));
        QProcess session;
        session.setProcessEnvironment(environment);
        // The daemon detaches itself, so it is asked for by its name on the bus.
        const QString stopKeyring =
            u"; pid=$(dbus-send --session --dest=org.freedesktop.DBus --print-reply=literal "
            "/org/freedesktop/DBus org.freedesktop.DBus.GetConnectionUnixProcessID "
            "string:org.freedesktop.secrets 2>/dev/null | awk '{print $2}'); [ -z \"$pid\" ] || kill $pid"_s;
        session.start(u"dbus-run-session"_s, {u"--"_s, u"sh"_s, u"-c"_s, script + stopKeyring});
        EXPECT_TRUE(session.waitForFinished(20'000));
        return QString::fromUtf8(session.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    }

    const QString m_unlock =
        u"printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; "_s;
    QTemporaryDir m_folder;
};

} // namespace

TEST_F(KeychainSecretStoreTest, anUnlockedKeychainKeepsSecretsAcrossSessions)
{
    if (!hasKeyring())
        GTEST_SKIP() << "gnome-keyring-daemon is missing (package gnome-keyring).";

    const QStringList first = runInSession(m_unlock + probe(u"write token/1 EAAGsecret"_s) + u"; "_s
                                           + probe(u"read token/1"_s) + u"; "_s + probe(u"read token/2"_s));
    const QStringList second =
        runInSession(m_unlock + probe(u"read token/1"_s) + u"; "_s + probe(u"remove token/1"_s) + u"; "_s
                     + probe(u"read token/1"_s) + u"; "_s + probe(u"remove token/1"_s));

    EXPECT_EQ(first, (QStringList{u"ok"_s, u"ok EAAGsecret"_s, u"not_found no_entry"_s}));
    EXPECT_EQ(second, (QStringList{u"ok EAAGsecret"_s, u"ok"_s, u"not_found no_entry"_s, u"ok"_s}));
}

TEST_F(KeychainSecretStoreTest, aLockedKeychainIsNotMistakenForAnEmptyOne)
{
    if (!hasKeyring())
        GTEST_SKIP() << "gnome-keyring-daemon is missing (package gnome-keyring).";
    ASSERT_EQ(runInSession(m_unlock + probe(u"write token/1 EAAGsecret"_s)), QStringList{u"ok"_s});

    const QStringList locked = runInSession(
        u"gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; "_s + probe(u"read token/1"_s)
        + u"; "_s + probe(u"write token/1 other"_s) + u"; "_s + probe(u"remove token/1"_s));
    const QStringList unlocked = runInSession(m_unlock + probe(u"read token/1"_s));

    EXPECT_EQ(locked,
              (QStringList{u"refused keychain_locked"_s, u"refused keychain_locked"_s,
                           u"refused keychain_locked"_s}));
    EXPECT_EQ(unlocked, QStringList{u"ok EAAGsecret"_s});
}

TEST_F(KeychainSecretStoreTest, withoutASessionBusThereIsNoKeychain)
{
    const QStringList lines =
        runInSession(u"DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent "_s + probe(u"write token/1 x"_s)
                     + u"; DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent "_s + probe(u"read token/1"_s));

    EXPECT_EQ(lines, (QStringList{u"refused no_keychain"_s, u"refused no_keychain"_s}));
}
