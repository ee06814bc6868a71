#include "cli/cliworld.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestCall = 60000; // milliseconds

QStringList inWorkspace(const QString &workspace, const QStringList &words)
{
    return QStringList{u"--json"_s, u"--workspace"_s, workspace} + words;
}

} // namespace

QJsonObject CliResult::json() const
{
    const bool isOneLine = out.count('\n') == 1 && out.endsWith('\n');
    return isOneLine ? QJsonDocument::fromJson(out).object() : QJsonObject{};
}

QList<QJsonObject> CliResult::lines() const
{
    QList<QJsonObject> documents;
    for (const QByteArray &line : out.split('\n')) {
        if (!line.isEmpty())
            documents << QJsonDocument::fromJson(line).object();
    }
    return documents;
}

QString CliResult::errorKind() const
{
    return json()[u"error"_s][u"kind"_s].toString();
}

CliWorld::CliWorld()
    : m_environment{QProcessEnvironment::systemEnvironment()}
    , m_program{QStringLiteral(FANFARE_CLI)}
{
    for (const QString &name :
         {u"FANFARE_TOKEN"_s, u"FANFARE_APP_SECRET"_s, u"DBUS_SESSION_BUS_ADDRESS"_s, u"DISPLAY"_s})
        m_environment.remove(name);
    m_environment.insert(u"HOME"_s, m_folder.path());
    m_environment.insert(u"XDG_CONFIG_HOME"_s, path(u"config"_s));
    m_environment.insert(u"XDG_DATA_HOME"_s, path(u"data"_s));
    m_environment.insert(u"XDG_STATE_HOME"_s, path(u"state"_s));
    m_environment.insert(u"XDG_RUNTIME_DIR"_s, path(u"runtime"_s));
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
}

CliWorld::~CliWorld()
{
    if (!m_simulator)
        return;
    m_simulator->terminate();
    m_simulator->waitForFinished();
}

QString CliWorld::writeFile(const QString &name, const QByteArray &content) const
{
    QFile file{path(name)};
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
    return file.fileName();
}

QByteArray CliWorld::readFile(const QString &filePath) const
{
    QFile file{filePath};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

CliResult CliWorld::run(const QStringList &words, const QByteArray &input) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(m_program, words);
    process.write(input);
    process.closeWriteChannel();
    return awaitEnd(process, kLongestCall);
}

CliResult CliWorld::json(const QStringList &words, const QByteArray &input) const
{
    return run(inWorkspace(workspace(), words), input);
}

std::unique_ptr<QProcess> CliWorld::start(const QStringList &words) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->start(m_program, inWorkspace(workspace(), words));
    process->waitForStarted();
    return process;
}

std::unique_ptr<QProcess> CliWorld::startOnALine(const QStringList &words) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->start(u"sh"_s,
                   QStringList{u"-c"_s, u"read line && exec \"$0\" \"$@\""_s, m_program}
                       + inWorkspace(workspace(), words));
    process->waitForStarted();
    return process;
}

std::unique_ptr<QProcess> CliWorld::startWindow(const QString &program) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = m_environment;
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    process->setProcessEnvironment(environment);
    process->start(program, {u"--workspace"_s, workspace()});
    process->waitForStarted();
    return process;
}

QJsonObject CliWorld::nextLine(QProcess &process, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (!process.canReadLine()) {
        const auto left = static_cast<int>(milliseconds - timer.elapsed());
        if (left <= 0 || !process.waitForReadyRead(left))
            return {};
    }
    return QJsonDocument::fromJson(process.readLine()).object();
}

QJsonObject CliWorld::awaitEvent(QProcess &process, const QString &event, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds) {
        const QJsonObject line = nextLine(process, static_cast<int>(milliseconds - timer.elapsed()));
        if (line.isEmpty() || line[u"event"_s] == event)
            return line;
    }
    return {};
}

CliResult CliWorld::awaitEnd(QProcess &process, int milliseconds)
{
    CliResult result;
    const bool hasEnded = process.state() == QProcess::NotRunning || process.waitForFinished(milliseconds);
    if (hasEnded && process.exitStatus() == QProcess::NormalExit)
        result.exitCode = process.exitCode();
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

void CliWorld::startSimulator(const QStringList &options)
{
    m_simulator = start(QStringList{u"simulator"_s, u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s,
                                    u"--journal"_s, path(u"journal.jsonl"_s), u"--seed"_s, u"1"_s}
                        + options);
    m_simulatorFacts = nextLine(*m_simulator);
    setEnvironment(u"FANFARE_TOKEN"_s, m_simulatorFacts[u"token"_s].toString());
}

void CliWorld::connect()
{
    json({u"workspace"_s, u"init"_s});
    json({u"account"_s, u"set"_s, u"--phone-number-id"_s, m_simulatorFacts[u"phone_number_id"_s].toString(),
          u"--waba-id"_s, m_simulatorFacts[u"waba_id"_s].toString(), u"--api-base"_s,
          m_simulatorFacts[u"listening"_s].toString()});
    json({u"template"_s, u"sync"_s});
}

QList<PostedTo> CliWorld::posted() const
{
    QList<PostedTo> posted;
    for (const QByteArray &line : readFile(path(u"journal.jsonl"_s)).split('\n')) {
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        if (entry[u"path"_s].toString().endsWith("/messages"_L1))
            posted << PostedTo{entry[u"to"_s].toString(), entry[u"opaque"_s].toString(),
                               entry[u"verdict"_s].toString()};
    }
    return posted;
}

QString CliWorld::writePeople(int count, int first) const
{
    QByteArray content = "name,phone,package,price\n";
    for (int i = first; i < first + count; ++i)
        content += "Person " + QByteArray::number(i) + ",+346" + QByteArray::number(i).rightJustified(8, '0')
            + ",Lisbon," + QByteArray::number(100 + i) + " EUR\n";
    return writeFile(u"people.csv"_s, content);
}

qint64 CliWorld::createCampaign(const QString &peopleFile, const QString &rate) const
{
    const CliResult created = json({u"campaign"_s, u"create"_s, u"--name"_s, u"Winter"_s, u"--template"_s,
                                    u"tour_package_marketing"_s, u"--language"_s, u"en_US"_s,
                                    u"--recipients"_s, peopleFile, u"--map"_s, u"1=package"_s, u"--map"_s,
                                    u"2=price"_s, u"--rate"_s, rate, u"--window"_s, u"00:00-24:00"_s});
    return created.json()[u"id"_s].toInteger();
}

void CliWorld::reportDelivered(qint64 campaign, int readers) const
{
    QJsonArray statuses;
    for (const QJsonObject &line : json({u"campaign"_s, u"recipients"_s, QString::number(campaign)}).lines())
        statuses.append(QJsonObject{
            {u"id"_s,           line[u"message_id"_s]                                 },
            {u"status"_s,       statuses.size() < readers ? u"read"_s : u"delivered"_s},
            {u"timestamp"_s,    QString::number(QDateTime::currentSecsSinceEpoch())   },
            {u"recipient_id"_s, line[u"phone"_s].toString().mid(1)                    },
        });
    const QJsonObject value{
        {u"messaging_product"_s, u"whatsapp"_s                                                              },
        {u"metadata"_s,          QJsonObject{{u"phone_number_id"_s, m_simulatorFacts[u"phone_number_id"_s]}}},
        {u"statuses"_s,          statuses                                                                   },
    };
    const QJsonObject change{
        {u"field"_s, u"messages"_s},
        {u"value"_s, value        }
    };
    const QJsonObject entry{
        {u"id"_s,      m_simulatorFacts[u"waba_id"_s]},
        {u"changes"_s, QJsonArray{change}            }
    };
    const QJsonObject body{
        {u"object"_s, u"whatsapp_business_account"_s},
        {u"entry"_s,  QJsonArray{entry}             }
    };
    json({u"webhook"_s, u"ingest"_s, u"-"_s}, QJsonDocument{body}.toJson(QJsonDocument::Compact));
}

QJsonObject CliWorld::campaign(qint64 id) const
{
    return json({u"campaign"_s, u"show"_s, QString::number(id)}).json();
}

int CliWorld::count(qint64 id, const QString &status) const
{
    return campaign(id)[u"counts"_s][status].toInt();
}
