#pragma once

#include "cli/cliworld.h"
#include "ledgercopy.h"

#include <QHash>
#include <QSet>

/// How often each number was accepted by the server.
QHash<QString, int> acceptedTimes(const CliWorld &world);

/// The attempt ids of the messages that reached the server, accepted or not.
QSet<QString> attemptsAtTheServer(const CliWorld &world);

/// Nobody twice: neither a number, where nobody was to be tried again, nor an attempt.
void expectNobodyTwice(const CliWorld &world);

/// Nobody twice, nobody forgotten, and whoever is said to have it has it: the books of the program against
/// those of the server after a campaign in which the server refused nobody.
void expectExactly(const CliWorld &world, qint64 campaign, int people);

/// Waits until more messages have reached the server than `known`; false if none did in time.
bool awaitMoreThan(int known, const CliWorld &world, int milliseconds);
