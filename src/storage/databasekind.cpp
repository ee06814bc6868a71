#include "storage/databasekind.h"

#include "storage/migrations.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

constexpr DatabaseWords kWorkspaceWords{
    .missing = QT_TRANSLATE_NOOP("Storage", "There is no workspace here: “%1” does not exist."),
    .existing = QT_TRANSLATE_NOOP("Storage", "There is a workspace already: “%1”."),
    .unreadable = QT_TRANSLATE_NOOP(
        "Storage", "“%1” is not a database of Fanfare, or it is damaged. It was left as it is."),
    .readOnly =
        QT_TRANSLATE_NOOP("Storage",
                          "“%1” may not be written here. A workspace can be used only where it can be "
                          "written, to look at it too."),
    .moved =
        QT_TRANSLATE_NOOP("Storage",
                          "The workspace was moved, replaced or deleted while it was open, so nothing more "
                          "is sent from here."),
};

constexpr DatabaseWords kRelayWords{
    .missing = QT_TRANSLATE_NOOP("Storage", "There is no queue of a relay here: “%1” does not exist."),
    .existing = QT_TRANSLATE_NOOP("Storage", "There is a queue of a relay already: “%1”."),
    .unreadable = QT_TRANSLATE_NOOP(
        "Storage", "“%1” is not the queue of a relay, or it is damaged. It was left as it is."),
    .readOnly = QT_TRANSLATE_NOOP("Storage",
                                  "“%1” may not be written here, so the relay cannot keep what it receives."),
    .moved =
        QT_TRANSLATE_NOOP("Storage",
                          "The relay's queue was moved, replaced or deleted while it was open, so nothing "
                          "more is received."),
};

} // namespace

DatabaseKind::DatabaseKind(quint32 applicationId, const std::vector<Migration> &migrations,
                           const DatabaseWords &words)
    : m_applicationId{applicationId}
    , m_migrations{migrations}
    , m_words{words}
{
}

const DatabaseKind &DatabaseKind::workspace()
{
    static const DatabaseKind kind{0x46414e46, workspaceMigrations(), kWorkspaceWords}; // "FANF"
    return kind;
}

const DatabaseKind &DatabaseKind::relay()
{
    static const DatabaseKind kind{0x46414e52, relayMigrations(), kRelayWords}; // "FANR"
    return kind;
}

int DatabaseKind::newestVersion() const
{
    return m_migrations.back().version;
}

Error DatabaseKind::missing(const QString &path) const
{
    return {ErrorKind::NotFound, Words::tr(m_words.missing).arg(path), u"no_database"_s, {}};
}

Error DatabaseKind::existing(const QString &path) const
{
    return {ErrorKind::Refused, Words::tr(m_words.existing).arg(path), u"database_exists"_s, {}};
}

Error DatabaseKind::unreadable(const QString &path, const QString &detail) const
{
    return {ErrorKind::Storage, Words::tr(m_words.unreadable).arg(path), u"unreadable_database"_s, detail};
}

Error DatabaseKind::newer(const QString &path, int version) const
{
    return {
        ErrorKind::Refused,
        Words::tr("“%1” was made by a newer Fanfare. Update this program to open it. It was left as it is.")
            .arg(path),
        u"newer_database"_s, u"schema %1, this program knows up to %2"_s.arg(version).arg(newestVersion())};
}

Error DatabaseKind::readOnly(const QString &path, const QString &detail) const
{
    return {ErrorKind::Refused, Words::tr(m_words.readOnly).arg(path), u"read_only"_s, detail};
}

Error DatabaseKind::moved(const QString &path) const
{
    return {ErrorKind::Storage, Words::tr(m_words.moved), u"database_moved"_s, path};
}
