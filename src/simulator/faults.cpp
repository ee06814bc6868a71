#include "simulator/faults.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

class FaultReader
{
    Q_DECLARE_TR_FUNCTIONS(FaultReader)

public:
    explicit FaultReader(int number)
        : m_number{number}
    {
    }

    Result<Fault> read(const QJsonValue &value)
    {
        if (!value.isObject())
            return wrong(tr("it is not an object"));
        const QJsonObject object = value.toObject();
        if (const Result<> known = knowsAll(object, {u"to"_s, u"times"_s, u"then"_s}); !known)
            return known.error();
        Fault fault;
        if (const Result<> read = readTo(object[u"to"_s], fault); !read)
            return read.error();
        if (const QJsonValue times = object[u"times"_s]; !times.isNull() && !times.isUndefined()) {
            const std::optional<int> number = wholeNumber(times, 1);
            if (!number)
                return wrong(tr("“times” must be null or a whole number from 1"));
            fault.timesLeft = number;
        }
        if (!object[u"then"_s].isObject())
            return wrong(tr("“then” is missing"));
        if (const Result<> read = readThen(object[u"then"_s].toObject(), fault); !read)
            return read.error();
        return fault;
    }

private:
    Error wrong(const QString &why) const
    {
        return {ErrorKind::BadInput, tr("Fault %1: %2.").arg(m_number).arg(why), u"bad_fault"_s};
    }

    static std::optional<int> wholeNumber(const QJsonValue &value, int least, int most = 1'000'000'000)
    {
        const double number = value.toDouble(-1);
        if (!value.isDouble() || number != std::floor(number) || number < least || number > most)
            return std::nullopt;
        return int(number);
    }

    Result<> knowsAll(const QJsonObject &object, const QStringList &names) const
    {
        for (const QString &key : object.keys()) {
            if (!names.contains(key))
                return wrong(tr("“%1” is not known").arg(key));
        }
        return Done{};
    }

    Result<> readTo(const QJsonValue &value, Fault &fault) const
    {
        QByteArray to = value.toString().toLatin1();
        if (to.endsWith('*')) {
            fault.isPrefix = true;
            to.chop(1);
        }
        const bool hasNumber = to.size() > 1 && to.startsWith('+')
            && std::all_of(to.begin() + 1, to.end(), [](char c) { return c >= '0' && c <= '9'; });
        const bool isAnyone = fault.isPrefix && (to.isEmpty() || to == "+");
        if (!hasNumber && !isAnyone)
            return wrong(tr("“to” must be a number with + and country code, or its beginning and *"));
        fault.to = to;
        return Done{};
    }

    Result<> readThen(const QJsonObject &then, Fault &fault) const
    {
        if (const Result<> known =
                knowsAll(then, {u"status"_s, u"code"_s, u"drop"_s, u"delay_ms"_s, u"body"_s});
            !known)
            return known.error();
        if (then.contains("delay_ms"_L1)) {
            const std::optional<int> delay = wholeNumber(then[u"delay_ms"_s], 0);
            if (!delay)
                return wrong(tr("“delay_ms” must be a whole number of milliseconds"));
            fault.delay = std::chrono::milliseconds{*delay};
        }
        const bool drops = then.contains("drop"_L1);
        const bool refuses = then.contains("code"_L1);
        const bool hasBody = then.contains("body"_L1);
        const int acts = int(drops) + int(refuses) + int(hasBody);
        if (acts > 1)
            return wrong(tr("“then” can have only one of “code”, “drop” and “body”"));
        if (acts == 0 && !then.contains("delay_ms"_L1))
            return wrong(tr("“then” says nothing to do"));
        if (refuses || hasBody) {
            const std::optional<int> status = wholeNumber(then[u"status"_s], 200, 599);
            if (!status)
                return wrong(tr("“status” must be an HTTP status from 200 to 599"));
            fault.status = *status;
        } else if (then.contains("status"_L1)) {
            return wrong(tr("“status” needs “code” or “body” beside it"));
        }
        if (drops) {
            const QString drop = then[u"drop"_s].toString();
            if (drop != "before"_L1 && drop != "after"_L1)
                return wrong(tr("“drop” must be “before” or “after”"));
            fault.act = drop == "before"_L1 ? Fault::Act::DropBefore : Fault::Act::DropAfter;
        } else if (refuses) {
            const std::optional<int> code = wholeNumber(then[u"code"_s], 0);
            if (!code)
                return wrong(tr("“code” must be one of Meta's error numbers"));
            fault.act = Fault::Act::Refuse;
            fault.code = *code;
        } else if (hasBody) {
            if (!then[u"body"_s].isString())
                return wrong(tr("“body” must be text"));
            fault.act = Fault::Act::RawBody;
            fault.body = then[u"body"_s].toString().toUtf8();
        }
        return Done{};
    }

    const int m_number;
};

} // namespace

Result<std::vector<Fault>> parseFaults(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return Error{ErrorKind::BadInput,
                     QCoreApplication::translate("FaultReader", "The faults are not JSON (at byte %1): %2.")
                         .arg(problem.offset)
                         .arg(problem.errorString()),
                     u"bad_fault"_s};
    }
    if (!document.isArray()) {
        return Error{ErrorKind::BadInput,
                     QCoreApplication::translate("FaultReader", "The faults must be a list."),
                     u"bad_fault"_s};
    }
    std::vector<Fault> faults;
    for (const QJsonValue &value : document.array()) {
        Result<Fault> fault = FaultReader{int(faults.size()) + 1}.read(value);
        if (!fault)
            return fault.error();
        faults.push_back(*std::move(fault));
    }
    return faults;
}

void FaultList::replace(std::vector<Fault> faults)
{
    const std::lock_guard lock{m_mutex};
    m_faults = std::move(faults);
}

std::optional<Fault> FaultList::take(const QByteArray &to)
{
    const std::lock_guard lock{m_mutex};
    for (Fault &fault : m_faults) {
        if (fault.isPrefix ? !to.startsWith(fault.to) : to != fault.to)
            continue;
        if (!fault.timesLeft)
            return fault;
        if (*fault.timesLeft > 0) {
            --*fault.timesLeft;
            return fault;
        }
    }
    return std::nullopt;
}
