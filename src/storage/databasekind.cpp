#include "storage/databasekind.h"

#include "storage/migrations.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

class WorkspaceKind final : public DatabaseKind
{
public:
    quint32 applicationId() const override { return 0x46414e46; } // "FANF"
    const std::vector<Migration> &migrations() const override { return workspaceMigrations(); }

protected:
    QString missingWords(const QString &path) const override
    {
        return Words::tr("There is no workspace here: “%1” does not exist.").arg(path);
    }
    QString existingWords(const QString &path) const override
    {
        return Words::tr("There is a workspace already: “%1”.").arg(path);
    }
    QString unreadableWords(const QString &path) const override
    {
        return Words::tr("“%1” is not a database of Fanfare, or it is damaged. It was left as it is.")
            .arg(path);
    }
    QString readOnlyWords(const QString &path) const override
    {
        return Words::tr("“%1” may not be written here. A workspace can be used only where it can be "
                         "written, to look at it too.")
            .arg(path);
    }
    QString movedWords() const override
    {
        return Words::tr("The workspace was moved, replaced or deleted while it was open, so nothing more "
                         "is sent from here.");
    }
};

class RelayKind final : public DatabaseKind
{
public:
    quint32 applicationId() const override { return 0x46414e52; } // "FANR"
    const std::vector<Migration> &migrations() const override { return relayMigrations(); }

protected:
    QString missingWords(const QString &path) const override
    {
        return Words::tr("There is no queue of a relay here: “%1” does not exist.").arg(path);
    }
    QString existingWords(const QString &path) const override
    {
        return Words::tr("There is a queue of a relay already: “%1”.").arg(path);
    }
    QString unreadableWords(const QString &path) const override
    {
        return Words::tr("“%1” is not the queue of a relay, or it is damaged. It was left as it is.")
            .arg(path);
    }
    QString readOnlyWords(const QString &path) const override
    {
        return Words::tr("“%1” may not be written here, so the relay cannot keep what it receives.")
            .arg(path);
    }
    QString movedWords() const override
    {
        return Words::tr("The relay's queue was moved, replaced or deleted while it was open, so nothing "
                         "more is received.");
    }
};

} // namespace

const DatabaseKind &DatabaseKind::workspace()
{
    static const WorkspaceKind kind;
    return kind;
}

const DatabaseKind &DatabaseKind::relay()
{
    static const RelayKind kind;
    return kind;
}

int DatabaseKind::newestVersion() const
{
    return migrations().back().version;
}

Error DatabaseKind::missing(const QString &path) const
{
    return {ErrorKind::NotFound, missingWords(path), u"no_database"_s, {}};
}

Error DatabaseKind::existing(const QString &path) const
{
    return {ErrorKind::Refused, existingWords(path), u"database_exists"_s, {}};
}

Error DatabaseKind::unreadable(const QString &path, const QString &detail) const
{
    return {ErrorKind::Storage, unreadableWords(path), u"unreadable_database"_s, detail};
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
    return {ErrorKind::Refused, readOnlyWords(path), u"read_only"_s, detail};
}

Error DatabaseKind::moved(const QString &path) const
{
    return {ErrorKind::Storage, movedWords(), u"database_moved"_s, path};
}
