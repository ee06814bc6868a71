#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

class SettingStore;

/// Which relay this workspace fetches its delivery events from, as a person chose. Its key is a secret and
/// not here.
struct RelayChoice
{
    QString address; ///< "https://relay.example.org"; empty: none
    QByteArray certificate; ///< in PEM; trusted for this relay beside the system's; empty: none
    QString workspace = {}; ///< whose choice it is, as read; an armed copy is another one

    /// By which the vault knows the key: workspaces of one computer have keys of their own at one relay.
    QString keyEntry() const { return workspace.isEmpty() ? address : address + u'#' + workspace; }
    bool isOn() const { return !address.isEmpty(); }
    friend bool operator==(const RelayChoice &, const RelayChoice &) = default;
};

Result<RelayChoice> readRelayChoice(SettingStore &settings);
/// The address and the certificate; all or nothing. An empty address forgets it.
Result<> storeRelayChoice(SettingStore &settings, const RelayChoice &choice);

/// How many bodies the relay had dropped before they were fetched, as far as that was told here. Answers how
/// many more there are now, once.
Result<qint64> noteDropped(SettingStore &settings, const QString &queue, qint64 dropped);
