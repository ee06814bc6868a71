#include "exactness.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QJsonArray>
#include <QThread>

using namespace Qt::StringLiterals;

QHash<QString, int> acceptedTimes(const CliWorld &world)
{
    QHash<QString, int> times;
    for (const PostedTo &post : world.posted()) {
        if (post.verdict == "accepted"_L1 || post.verdict == "dropped_after"_L1)
            ++times[post.to];
    }
    return times;
}

QSet<QString> attemptsAtTheServer(const CliWorld &world)
{
    QSet<QString> attempts;
    for (const PostedTo &post : world.posted())
        attempts.insert(post.opaque);
    return attempts;
}

void expectNobodyTwice(const CliWorld &world)
{
    const QHash<QString, int> accepted = acceptedTimes(world);
    for (auto number = accepted.begin(); number != accepted.end(); ++number)
        EXPECT_EQ(number.value(), 1) << qPrintable(number.key());
    EXPECT_EQ(attemptsAtTheServer(world).size(), world.posted().size()) << "an attempt came twice";
}

void expectExactly(const CliWorld &world, qint64 campaign, int people)
{
    expectNobodyTwice(world);
    const QHash<QString, int> accepted = acceptedTimes(world);
    int confirmed = 0;
    int inDoubt = 0;
    const QList<QJsonObject> recipients =
        world.json({u"campaign"_s, u"recipients"_s, QString::number(campaign)}).lines();
    for (const QJsonObject &person : recipients) {
        const QString status = person[u"status"_s].toString();
        if (status == "unconfirmed"_L1) {
            ++inDoubt;
        } else if (status == "sent"_L1) {
            ++confirmed;
            EXPECT_TRUE(accepted.contains(person[u"phone"_s].toString()))
                << qPrintable(person[u"phone"_s].toString());
        } else {
            ADD_FAILURE() << qPrintable(status) << " after everything was sent";
        }
    }
    EXPECT_EQ(recipients.size(), people);
    EXPECT_EQ(confirmed + inDoubt, people);
    EXPECT_GE(accepted.size(), confirmed);
    const CliResult check = world.json({u"workspace"_s, u"check"_s});
    EXPECT_EQ(check.json()[u"ok"_s], true) << check.out.toStdString();
}

bool awaitMoreThan(int known, const CliWorld &world, int milliseconds)
{
    constexpr unsigned long kLook = 10; // milliseconds
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < milliseconds) {
        if (world.posted().size() > known)
            return true;
        QThread::msleep(kLook);
    }
    return false;
}
