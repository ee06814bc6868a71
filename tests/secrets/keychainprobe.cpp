// One call to the keychain, run by keychainsecretstore_test under a session bus of its own:
//   keychainprobe KNOWN_KEYS_FILE TIME_LIMIT_MS write KEY SECRET | read KEY | remove KEY
// prints "ok", "ok SECRET", or the error's kind and code.
#include "secrets/keychainsecretstore.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

void finish(const QByteArray &text)
{
    std::puts(text.constData());
    QCoreApplication::quit();
}

QByteArray textOf(const Error &error)
{
    return (error.kind == ErrorKind::NotFound ? "not_found "_ba : "refused "_ba) + error.code.toUtf8();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application{argc, argv};
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 5)
        return 2;
    KeychainSecretStore store{arguments[1], std::chrono::milliseconds{arguments[2].toInt()}};
    const auto written = [](const Result<> &result) { finish(result ? "ok"_ba : textOf(result.error())); };
    if (arguments[3] == "write"_L1) {
        store.write(arguments[4], arguments.value(5).toUtf8(), written);
    } else if (arguments[3] == "remove"_L1) {
        store.remove(arguments[4], written);
    } else {
        store.read(arguments[4], [](const Result<QByteArray> &secret) {
            finish(secret ? "ok " + *secret : textOf(secret.error()));
        });
    }
    return QCoreApplication::exec();
}
