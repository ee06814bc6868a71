#include "domain/errorcatalog.h"
#include "engine/deliveryreactions.h"
#include "simulator/simulator.h"
#include "storage/campaignstore.h"
#include "storage/deliverystore.h"
#include "storage/sql.h"
#include "wireworld.h"

#include <gtest/gtest.h>

#include <QFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Every row of Meta's table of errors, as an answer over the wire and as a delivery event, down to the rows
// of the real database.

namespace {

struct TableRow
{
    int code = 0;
    int subcode = 0;
    QString name;
    QList<int> httpStatuses;

    const ErrorEntry &entry() const { return errorEntry(code, subcode); }
};

std::vector<TableRow> readTable()
{
    std::vector<TableRow> rows;
    QFile file{QStringLiteral(FANFARE_TEST_DATA "/meta-error-codes.tsv")};
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    file.readLine(); // the column names
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(u'\t');
        const QStringList codes = cells[0].split(u'/');
        TableRow row{cells[0] == "200-299"_L1 ? 250 : codes[0].toInt(),
                     codes.size() > 1 ? codes[1].toInt() : 0,
                     cells[1],
                     {}};
        for (const QString &status : cells[3].split(u'/'))
            row.httpStatuses << (status == "-"_L1 ? 400 : status.toInt());
        rows.push_back(std::move(row));
    }
    return rows;
}

QByteArray envelopeOf(const TableRow &row)
{
    return u"{\"error\":{\"code\":%1,\"error_subcode\":%2,\"message\":\"(#%1) refused\",\"fbtrace_id\":\"A1\"}}"_s
        .arg(row.code)
        .arg(row.subcode)
        .toUtf8();
}

/// What the person, as they were seen after the answer, and the campaign come to when they are refused so.
void expectActed(WireWorld &world, const TableRow &row, int httpStatus, const Recipient &person)
{
    const ErrorEntry &entry = row.entry();
    const QString code = QString::number(row.code);
    const Campaign campaign = world.campaign();
    if (httpStatus == 200) { // neither a message id nor a refusal that Meta stands by: nobody knows
        EXPECT_EQ(person.progress.status, RecipientStatus::Unconfirmed);
        return;
    }
    EXPECT_GE(world.attemptsWith(u"refused"_s), 1);
    switch (entry.action) {
    case ErrorAction::RetryBackoff:
        EXPECT_EQ(campaign.state, CampaignState::Sending);
        EXPECT_EQ(person.progress.status, RecipientStatus::Pending);
        EXPECT_TRUE(person.notBefore);
        ASSERT_TRUE(person.error);
        EXPECT_EQ(person.error->code, code);
        break;
    case ErrorAction::RetryAfter24h:
    case ErrorAction::FailRecipient:
    case ErrorAction::OptOutRecipient:
        EXPECT_EQ(campaign.state, CampaignState::Completed);
        EXPECT_EQ(person.progress.status, RecipientStatus::Failed);
        ASSERT_TRUE(person.error);
        EXPECT_EQ(person.error->code, code);
        EXPECT_EQ(person.error->advice, entry.advice());
        break;
    case ErrorAction::PauseCampaign:
    case ErrorAction::StopCampaign:
    case ErrorAction::FixConfig:
        EXPECT_EQ(campaign.state,
                  entry.action == ErrorAction::StopCampaign ? CampaignState::Failed : CampaignState::Paused);
        EXPECT_EQ(campaign.reason.code, code);
        EXPECT_EQ(campaign.reason.message, entry.message());
        EXPECT_EQ(campaign.reason.advice, entry.advice());
        EXPECT_EQ(person.progress.status, RecipientStatus::Pending) << "nobody is marked failed for it";
        EXPECT_FALSE(person.notBefore);
        break;
    }
    EXPECT_EQ(world.rowsIn(u"suppression"_s), entry.action == ErrorAction::OptOutRecipient ? 1 : 0);
    EXPECT_EQ(world.rowsIn(u"marketing_hold"_s), entry.action == ErrorAction::RetryAfter24h ? 1 : 0);
}

} // namespace

TEST(ErrorTableTest, everyRowThatTheSimulatorAnswersWithActsAsTheTableSays)
{
    SystemClock clock;
    Simulator simulator{clock};
    ASSERT_TRUE(simulator.start({.token = u"EAAGtoken"_s, .phoneNumberId = u"1001"_s}));
    const std::vector<TableRow> rows = readTable();
    ASSERT_EQ(rows.size(), 157u);
    for (const TableRow &row : rows) {
        for (const int httpStatus : row.httpStatuses) {
            SCOPED_TRACE(u"%1, HTTP %2"_s.arg(row.name).arg(httpStatus).toStdString());
            Fault fault;
            fault.isPrefix = true; // the empty one: everybody
            fault.act = Fault::Act::RawBody;
            fault.status = httpStatus;
            fault.body = envelopeOf(row);
            simulator.setFaults({fault});
            WireWorld world{1};
            world.setApiBase(simulator.url());
            const bool staysSending = row.entry().action == ErrorAction::RetryBackoff && httpStatus != 200;

            world.send();

            Recipient person; // as looked at while they wait: a moment later they may be under way again
            ASSERT_TRUE(world.runUntil(
                [&] {
                    if (world.attemptsWith(u"refused"_s) + world.attemptsWith(u"unknown"_s) < 1)
                        return false;
                    person = world.recipients().front();
                    return staysSending ? person.progress.status == RecipientStatus::Pending
                                        : world.campaign().state != CampaignState::Sending;
                },
                20s));
            if (!staysSending)
                person = world.recipients().front();
            expectActed(world, row, httpStatus, person);
            EXPECT_TRUE(world.problems().isEmpty()) << qPrintable(world.problems().join(u'\n'));
        }
    }
}

TEST(ErrorTableTest, aFailedEventOfAnyRowEndsItsPersonAndBringsNobodyBack)
{
    TemporaryWorkspace workspace;
    SystemClock clock;
    SqliteSendLedger ledger{workspace.database()};
    CampaignStore campaigns{workspace.database()};
    for (const TableRow &row : readTable()) {
        if (row.code == 0 || row.subcode != 0) // an event has no subcode, and 0 stands for no error
            continue;
        SCOPED_TRACE(row.name.toStdString());
        const ErrorEntry &entry = row.entry();
        const CampaignId struck = workspace.sendingWith(2);
        const CampaignId beside = workspace.sendingWith(2);
        const Claim claim = valueOf(ledger.claim({struck, 1, at(10), std::nullopt})).claims.front();
        const QString message = u"wamid."_s + row.name;
        valueOf(ledger.settle({accepted(claim, message, at(11))}));
        MessageStatusEvent failed = statusEvent(message, DeliveryStatus::Failed, at(12));
        failed.errorCode = row.code;

        const std::vector<AppliedEvent> applied =
            valueOf(DeliveryStore{workspace.database()}.apply("{}", {failed}, at(12)));
        valueOf(DeliveryReactions{ledger, clock}.reactTo(applied));

        const Recipient person = workspace.person(struck, 1);
        EXPECT_EQ(person.progress.status, RecipientStatus::Failed);
        EXPECT_EQ(person.notBefore, std::nullopt);
        ASSERT_TRUE(person.error);
        EXPECT_EQ(person.error->code, QString::number(row.code));
        EXPECT_EQ(person.error->advice, entry.advice());
        EXPECT_EQ(workspace.person(struck, 2).progress.status, RecipientStatus::Pending);
        EXPECT_EQ(workspace.campaign(beside).counts.of(RecipientStatus::Pending), 2);
        const qint64 suppressed =
            valueOf(firstInteger(workspace.database(), u"SELECT count(*) FROM suppression"_s));
        EXPECT_EQ(suppressed, entry.action == ErrorAction::OptOutRecipient ? 1 : 0);

        const bool pauses =
            entry.action == ErrorAction::PauseCampaign || entry.action == ErrorAction::FixConfig;
        const bool stops = entry.action == ErrorAction::StopCampaign;
        const bool concernsAll = entry.action == ErrorAction::FixConfig
            || ((pauses || stops) && (entry.scope == ErrorScope::Account || entry.scope == ErrorScope::App));
        EXPECT_EQ(workspace.campaign(struck).state,
                  stops        ? CampaignState::Failed
                      : pauses ? CampaignState::Paused
                               : CampaignState::Sending);
        EXPECT_EQ(workspace.campaign(beside).state,
                  concernsAll ? CampaignState::Paused : CampaignState::Sending);

        // Not even a campaign that is resumed comes to them again, until a person asks for it.
        valueOf(execute(workspace.database(), u"DELETE FROM suppression"_s));
        if (pauses || stops)
            valueOf(campaigns.resume(struck, at(13)));
        const std::vector<Claim> next = valueOf(ledger.claim({struck, 5, at(100'000), std::nullopt})).claims;
        ASSERT_EQ(next.size(), 1u);
        EXPECT_EQ(next.front().to, phoneOf(2));
        valueOf(ledger.giveBack(struck, {next.front().attempt}, at(100'000)));
        const RetryOffer offer = valueOf(campaigns.retryFailed(struck, at(13)));
        EXPECT_EQ(offer.people(), mayBeRetried(entry) ? 1 : 0);
        EXPECT_EQ(offer.peopleLeft(), mayBeRetried(entry) ? 0 : 1);
        const bool waitsADay = entry.action == ErrorAction::RetryAfter24h;
        EXPECT_EQ(offer.heldUntil, waitsADay ? std::optional{at(12 + 24 * 3600)} : std::nullopt);
        EXPECT_EQ(workspace.person(struck, 1).progress.status,
                  mayBeRetried(entry) ? RecipientStatus::Pending : RecipientStatus::Failed);
        valueOf(execute(workspace.database(), u"DELETE FROM marketing_hold"_s));
        valueOf(campaigns.cancel(struck, at(14)));
        valueOf(campaigns.cancel(beside, at(14)));
    }
    EXPECT_TRUE(workspace.problems().empty());
}
