#include "storage/migrations.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must stand outside every namespace.
static void initMigrationResources()
{
    Q_INIT_RESOURCE(migrations);
}

namespace {

/// Reads a script piece by piece: a string, a comment, a word, or one other character.
class ScriptReader
{
public:
    explicit ScriptReader(const QString &script)
        : m_script{script}
    {
    }

    bool atEnd() const { return m_at >= m_script.size(); }

    struct Piece
    {
        QString text;
        bool isComment = false;
    };

    Piece next()
    {
        const qsizetype start = m_at;
        const QChar first = m_script[m_at];
        if (m_script.mid(m_at, 2) == "--"_L1)
            return {take(start, endOf(u"\n"_s, start)), true};
        if (m_script.mid(m_at, 2) == "/*"_L1)
            return {take(start, endOf(u"*/"_s, start + 2)), true};
        if (first == u'\'' || first == u'"' || first == u'`')
            return {take(start, endOf(first, start + 1)),
                    false}; // a doubled quote is two strings side by side
        if (first == u'[')
            return {take(start, endOf(u"]"_s, start + 1)), false};
        qsizetype end = start + 1;
        if (first.isLetterOrNumber() || first == u'_') {
            while (end < m_script.size() && (m_script[end].isLetterOrNumber() || m_script[end] == u'_'))
                ++end;
        }
        return {take(start, end), false};
    }

private:
    qsizetype endOf(const QString &mark, qsizetype from) const
    {
        const qsizetype found = m_script.indexOf(mark, from);
        return found < 0 ? m_script.size() : found + mark.size();
    }

    QString take(qsizetype start, qsizetype end)
    {
        m_at = end;
        return m_script.mid(start, end - start);
    }

    QString m_script;
    qsizetype m_at = 0;
};

/// Whether a semicolon after these words ends the statement: inside a trigger only one after "; END" does.
bool isComplete(const QStringList &words)
{
    const bool isTrigger = words.size() > 1 && words.first() == "CREATE"_L1
        && words.mid(1, 2).contains(u"TRIGGER"_s); // CREATE [TEMP] TRIGGER
    return !isTrigger || (words.size() > 2 && words.last() == "END"_L1 && words[words.size() - 2] == ";"_L1);
}

std::vector<Migration> migrationsIn(const QString &folderName)
{
    initMigrationResources();
    std::vector<Migration> list;
    const QDir folder{folderName};
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file{folder.filePath(name)};
        if (file.open(QIODevice::ReadOnly))
            list.push_back(
                {name.section(u'_', 0, 0).toInt(), name, splitStatements(QString::fromUtf8(file.readAll()))});
    }
    return list;
}

} // namespace

QStringList splitStatements(const QString &script)
{
    QStringList statements;
    QString statement;
    QStringList words; // upper case, without white space and comments
    ScriptReader reader{script};
    while (!reader.atEnd()) {
        const auto [text, isComment] = reader.next();
        if (isComment) {
            statement += u' ';
            continue;
        }
        if (text == ";"_L1 && isComplete(words)) {
            if (!words.isEmpty())
                statements << statement.trimmed();
            statement.clear();
            words.clear();
            continue;
        }
        statement += text;
        if (!text.trimmed().isEmpty())
            words << text.toUpper();
    }
    if (!words.isEmpty())
        statements << statement.trimmed();
    return statements;
}

const std::vector<Migration> &workspaceMigrations()
{
    static const std::vector<Migration> all = migrationsIn(u":/storage/migrations"_s);
    return all;
}

const std::vector<Migration> &relayMigrations()
{
    static const std::vector<Migration> all = migrationsIn(u":/storage/relaymigrations"_s);
    return all;
}
