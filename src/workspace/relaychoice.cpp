#include "workspace/relaychoice.h"

#include "storage/settingstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QString kAddress = u"relay_address"_s;
const QString kCertificate = u"relay_certificate"_s;
const QString kDropped = u"relay_dropped"_s; // once for all queues: the queue and how many
const QString kDroppedIn = u"relay_dropped_"_s; // and the name of the queue: how many

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
    const Result<std::optional<QString>> ofAny = settings.value(kDropped);
    if (!ofAny)
        return ofAny.error();
    const QString ofFormer = ofAny->value_or(QString{});
    const QString former = ofFormer.section(u' ', 0, 0) == queue ? ofFormer.section(u' ', 1, 1) : QString{};
    qint64 more = 0;
    const Result<bool> changed = settings.change(
        kDroppedIn + queue, [&](const std::optional<QString> &before) -> std::optional<QString> {
            const qint64 told = before.value_or(former).toLongLong();
            more = std::max<qint64>(0, dropped - told);
            if (dropped == told)
                return std::nullopt;
            return QString::number(dropped);
        });
    return changed ? Result<qint64>{more} : changed.error();
}
