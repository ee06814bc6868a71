#include "storage/erasednumbers.h"

#include "domain/whatsappnumber.h"
#include "storage/personhistory.h"
#include "storage/settingstore.h"
#include "storage/sql.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace {

QString keySetting()
{
    return u"erasure_key"_s;
}

QByteArray randomKey()
{
    std::array<quint32, 8> words{}; // 256 bits
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return {reinterpret_cast<const char *>(words.data()), sizeof words};
}

QString hashOf(const QByteArray &text, const QByteArray &key)
{
    return QString::fromLatin1(
        QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256).toHex());
}

QByteArray userIdText(const QString &userId)
{
    return "user " + userId.toUtf8();
}

} // namespace

Result<bool> ErasedNumbers::contains(const PhoneNumber &phone)
{
    return containsText(phone.e164().toLatin1());
}

Result<> ErasedNumbers::add(const PhoneNumber &phone, UtcTime now)
{
    return addText(phone.e164().toLatin1(), now);
}

Result<bool> ErasedNumbers::remove(const PhoneNumber &phone)
{
    const Result<bool> isRemoved = removeText(phone.e164().toLatin1());
    if (!isRemoved || !*isRemoved)
        return isRemoved;
    const Result<QString> mark = markOf(phone);
    if (!mark)
        return mark.error();
    const Result<> named = replaceInChanges(m_database, *mark, spellingsOnWhatsApp(phone).front().e164());
    return named ? isRemoved : named.error();
}

Result<QString> ErasedNumbers::markOf(const PhoneNumber &phone)
{
    if (const Result<> read = readKey(); !read)
        return read.error();
    if (m_key->isEmpty())
        return QString{};
    return markFrom(hashOf(spellingsOnWhatsApp(phone).front(), *m_key));
}

Result<> ErasedNumbers::keepOutOfChanges(const PhoneNumber &phone)
{
    const Result<QString> mark = markOf(phone);
    return mark ? replaceInChanges(m_database, phone.e164(), *mark) : mark.error();
}

Result<bool> ErasedNumbers::containsUserId(const QString &userId)
{
    return containsText(userIdText(userId));
}

Result<std::optional<UtcTime>> ErasedNumbers::timeOfUserId(const QString &userId)
{
    if (const Result<> read = readKey(); !read)
        return read.error();
    return firstRow(m_database, u"SELECT erased_at FROM erased WHERE hash = ?"_s,
                    {::hashOf(userIdText(userId), *m_key)}, [](const Row &row) { return row.time(0); });
}

Result<> ErasedNumbers::addUserId(const QString &userId, UtcTime now)
{
    return addText(userIdText(userId), now);
}

Result<bool> ErasedNumbers::removeUserId(const QString &userId)
{
    return removeText(userIdText(userId));
}

Result<bool> ErasedNumbers::areIn(const QByteArray &text)
{
    if (const Result<> read = readKey(); !read)
        return read.error();
    if (m_key->isEmpty())
        return false;
    QSet<QByteArray> known;
    forEachNumber(text, [&](const QByteArray &digits) {
        const QString number = u'+' + QString::fromLatin1(digits);
        for (const PhoneNumber &spelling :
             spellingsOnWhatsApp(PhoneNumber::fromE164(number).value_or(PhoneNumber{})))
            known.insert(spelling.e164().toLatin1());
    });
    forEachUserId(text, [&](const QByteArray &name) { known.insert(userIdText(QString::fromLatin1(name))); });
    for (const QByteArray &one : std::as_const(known)) {
        const Result<bool> isErased = containsText(one);
        if (!isErased || *isErased)
            return isErased;
    }
    return false;
}

Result<bool> ErasedNumbers::containsText(const QByteArray &text)
{
    if (const Result<> read = readKey(); !read)
        return read.error();
    if (m_key->isEmpty())
        return false;
    const Result<qint64> known =
        firstInteger(m_database, u"SELECT count(*) FROM erased WHERE hash = ?"_s, {::hashOf(text, *m_key)});
    if (!known)
        return known.error();
    return *known > 0;
}

Result<> ErasedNumbers::addText(const QByteArray &text, UtcTime now)
{
    if (const Result<> read = readKey(); !read)
        return read;
    if (const Result<> hasKey = useKey(randomKey()); !hasKey)
        return hasKey;
    const Result<int> added =
        execute(m_database, u"INSERT INTO erased VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
                {::hashOf(text, *m_key), toMilliseconds(now)});
    if (!added)
        return added.error();
    return Done{};
}

Result<bool> ErasedNumbers::removeText(const QByteArray &text)
{
    if (const Result<> read = readKey(); !read)
        return read.error();
    if (m_key->isEmpty())
        return false;
    const Result<int> removed =
        execute(m_database, u"DELETE FROM erased WHERE hash = ?"_s, {::hashOf(text, *m_key)});
    if (!removed)
        return removed.error();
    return *removed > 0;
}

Result<> ErasedNumbers::readKey()
{
    if (m_key)
        return Done{};
    const Result<std::optional<QString>> key = SettingStore{m_database}.value(keySetting());
    if (!key)
        return key.error();
    m_key = QByteArray::fromHex(key->value_or(QString{}).toLatin1());
    return Done{};
}

Result<QByteArray> ErasedNumbers::key()
{
    if (const Result<> read = readKey(); !read)
        return read.error();
    return *m_key;
}

Result<> ErasedNumbers::useKey(const QByteArray &key)
{
    if (const Result<> read = readKey(); !read)
        return read;
    if (!m_key->isEmpty())
        return Done{};
    const Result<int> stored = execute(m_database, u"INSERT INTO setting VALUES (?, ?)"_s,
                                       {keySetting(), QString::fromLatin1(key.toHex())});
    if (!stored)
        return stored.error();
    m_key = key;
    return Done{};
}

QString ErasedNumbers::hashOf(const PhoneNumber &phone, const QByteArray &key)
{
    return ::hashOf(phone.e164().toLatin1(), key);
}
