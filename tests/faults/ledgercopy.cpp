#include "ledgercopy.h"

#include "storage/sql.h"
#include "storage/workspacecheck.h"

#include <QDir>

using namespace Qt::StringLiterals;

LedgerCopy::LedgerCopy(const QString &workspaceFolder)
{
    for (const QString &name : {u"fanfare.sqlite"_s, u"fanfare.sqlite-wal"_s, u"fanfare.sqlite-shm"_s})
        QFile::copy(QDir{workspaceFolder}.filePath(name), m_folder.filePath(name));
    Result<std::unique_ptr<Database>> opened = Database::open(m_folder.filePath(u"fanfare.sqlite"_s));
    if (opened)
        m_database = *std::move(opened);
    else
        m_failure = opened.error().message + u' ' + opened.error().detail;
}

QStringList LedgerCopy::problems()
{
    if (!m_database)
        return {m_failure};
    QStringList problems;
    for (const auto &found : {m_database->integrityProblems(), counterProblems(*m_database)}) {
        if (!found)
            problems << found.error().message + u' ' + found.error().detail;
        else
            problems << QStringList{found->begin(), found->end()};
    }
    return problems;
}

QSet<QString> LedgerCopy::attempts()
{
    return attemptsWhere(u"1"_s);
}

QSet<QString> LedgerCopy::openAttempts()
{
    return attemptsWhere(u"outcome = ''"_s);
}

int LedgerCopy::peopleWith(RecipientStatus status)
{
    if (!m_database)
        return -1;
    const Result<qint64> people =
        firstInteger(*m_database, u"SELECT count(*) FROM recipient WHERE status = ?"_s, {toWord(status)});
    return people ? static_cast<int>(*people) : -1;
}

QSet<QString> LedgerCopy::inboundMessages()
{
    return textsOf(u"SELECT message_id FROM message WHERE direction = 'in'"_s);
}

QSet<QString> LedgerCopy::attemptsWhere(const QString &condition)
{
    return textsOf(u"SELECT attempt_id FROM attempt WHERE "_s + condition);
}

QSet<QString> LedgerCopy::textsOf(const QString &query)
{
    QSet<QString> texts;
    if (!m_database)
        return texts;
    const Result<> read =
        forEachRow(*m_database, query, {}, [&](const Row &row) { texts.insert(row.text(0)); });
    if (!read)
        m_failure = read.error().detail;
    return texts;
}
