#include "workspace/relaychoice.h"

#include "storage/settingstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QString kAddress = u"relay_address"_s;
const QString kCertificate = u"relay_certificate"_s;
const QString kDropped = u"relay_dropped"_s; // the queue and how many

} // namespace

Result<RelayChoice> readRelayChoice(SettingStore &settings)
{
    const Result<std::optional<QString>> address = settings.value(kAddress);
    if (!address)
        return address.error();
    const Result<std::optional<QString>> certificate = settings.value(kCertificate);
    if (!certificate)
        return certificate.error();
    const Result<std::optional<WorkspaceIdentity>> identity = settings.identity();
    if (!identity)
        return identity.error();
    return RelayChoice{address->value_or(QString{}), certificate->value_or(QString{}).toLatin1(),
                       *identity ? (*identity)->id : QString{}};
}

Result<> storeRelayChoice(SettingStore &settings, const RelayChoice &choice)
{
    return settings.setValues({
        {kAddress,     choice.address                         },
        {kCertificate, QString::fromLatin1(choice.certificate)}
    });
}

Result<qint64> noteDropped(SettingStore &settings, const QString &queue, qint64 dropped)
{
    qint64 more = 0;
    const Result<bool> changed =
        settings.change(kDropped, [&](const std::optional<QString> &before) -> std::optional<QString> {
            const QString known = before.value_or(QString{});
            const qint64 told =
                known.section(u' ', 0, 0) == queue ? known.section(u' ', 1, 1).toLongLong() : 0;
            more = std::max<qint64>(0, dropped - told);
            if (dropped == told)
                return std::nullopt;
            return u"%1 %2"_s.arg(queue).arg(dropped);
        });
    return changed ? Result<qint64>{more} : changed.error();
}
