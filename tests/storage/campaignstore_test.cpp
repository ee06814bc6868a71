#include "storage/campaignstoretest.h"

#include "storage/campaignfigures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

TEST_F(CampaignStoreTest, aDraftComesBackAsItWasGiven)
{
    Campaign campaign;
    campaign.accountId = m_workspace.account();
    campaign.name = u"Diwali"_s;
    campaign.description = u"For everyone"_s;
    campaign.templateName = u"hello_world"_s;
    campaign.language = u"hi"_s;
    campaign.settings.rate = *SendRate::parse(u"20/s");
    campaign.settings.window = *SendingWindow::parseHours(u"10:00-18:30");
    campaign.settings.window.days = *SendingWindow::parseDays(u"mon,fri");
    campaign.settings.window.timeZone = u"Asia/Kolkata"_s;
    campaign.settings.maxRetries = 2;
    campaign.settings.brake = *SafetyBrake::parse(u"50/80");
    campaign.settings.headerMedia = HeaderMedia::fromText(u"/pictures/beach.jpg"_s);
    campaign.settings.defaults = {
        {u"name"_s, u"friend"_s}
    };

    const CampaignId id = valueOf(m_campaigns.create(campaign, at(5)));

    campaign.id = id;
    campaign.createdAt = at(5);
    EXPECT_EQ(m_workspace.campaign(id), campaign);
}

TEST_F(CampaignStoreTest, aDraftAndAScheduledCampaignMayBeChangedAndNoOther)
{
    const CampaignId id = m_workspace.draftWith(1);
    Campaign campaign = m_workspace.campaign(id);
    campaign.name = u"Renamed"_s;

    EXPECT_TRUE(m_campaigns.update(campaign));
    valueOf(m_campaigns.schedule(id, tourTemplate(), at(500), at(1)));
    campaign.name = u"Renamed again"_s;
    EXPECT_TRUE(m_campaigns.update(campaign));
    EXPECT_EQ(m_workspace.campaign(id).name, u"Renamed again"_s);
    EXPECT_EQ(m_workspace.campaign(id).frozenTemplate, tourTemplate());
    valueOf(m_campaigns.send(id, tourTemplate(), at(2)));
    const Result<> refusedChange = m_campaigns.update(campaign);

    ASSERT_FALSE(refusedChange);
    EXPECT_EQ(refusedChange.error().code, u"not_editable"_s);
}

TEST_F(CampaignStoreTest, anUnknownCampaignIsNotFound)
{
    EXPECT_EQ(m_campaigns.load({4711}).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(m_campaigns.pause({4711}, at(1)).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(m_campaigns.addRecipients({4711}, {newPerson(1)}, at(1)).error().kind, ErrorKind::NotFound);
}

TEST_F(CampaignStoreTest, everyPersonGetsAVerdictAndTheAcceptedOnesBecomeContacts)
{
    const CampaignId id = m_workspace.draftWith(1);
    valueOf(m_contacts.optOut(phoneOf(3), u"asked on the phone"_s, at(1)));

    const auto verdicts = valueOf(
        m_campaigns.addRecipients(id, {newPerson(1), newPerson(2), newPerson(3), newPerson(2)}, at(2)));

    EXPECT_THAT(
        verdicts,
        ElementsAre(AddVerdict::Duplicate, AddVerdict::Added, AddVerdict::OptedOut, AddVerdict::Duplicate));
    EXPECT_THAT(phonesOf(id), ElementsAre(phoneOf(1), phoneOf(2)));
    const auto contact = valueOf(m_contacts.find(phoneOf(2)));
    ASSERT_TRUE(contact);
    EXPECT_EQ(contact->name, u"Person 2"_s);
    EXPECT_EQ(contact->region, u"IN"_s);
    EXPECT_EQ(m_workspace.campaign(id).counts.total(), 2);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(CampaignStoreTest, peopleKeepTheirNameAndValues)
{
    const CampaignId id = m_workspace.draftWith(0);
    NewRecipient person = newPerson(1);
    person.name = u"José \"Pepe\" 🌴 अमित"_s;
    person.variables = {
        {u"city"_s, u"São\nPaulo"_s                 },
        {u"1"_s,    u"x'; DROP TABLE recipient; --"_s}
    };

    valueOf(m_campaigns.addRecipients(id, {person}, at(2)));

    const Recipient stored = m_workspace.person(id, 1);
    EXPECT_EQ(stored.name, person.name);
    EXPECT_EQ(stored.variables, person.variables);
    EXPECT_EQ(stored.region, u"IN"_s);
}

TEST_F(CampaignStoreTest, peopleOfADraftCanBeEditedAndTakenOut)
{
    const CampaignId id = m_workspace.draftWith(4);

    valueOf(m_campaigns.updateRecipient(id, m_workspace.person(id, 2).id, u"Asha"_s,
                                        {
                                            {u"1"_s, u"Goa"_s}
    }));
    EXPECT_EQ(m_workspace.person(id, 2).name, u"Asha"_s);
    EXPECT_EQ(valueOf(m_campaigns.removeRecipients(id, {phoneOf(1), phoneOf(99)})), 1);
    EXPECT_EQ(m_workspace.campaign(id).counts.total(), 3);
    EXPECT_EQ(valueOf(m_campaigns.removeAllRecipients(id)), 3);
    EXPECT_EQ(m_workspace.campaign(id).counts.total(), 0);
    EXPECT_EQ(valueOf(m_contacts.count()), 4) << "they stay in the contact book";
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(CampaignStoreTest, peopleOfARunningCampaignStayAsTheyAre)
{
    const CampaignId id = m_workspace.sendingWith(1);

    for (const QString &code : {m_campaigns.addRecipients(id, {newPerson(2)}, at(2)).error().code,
                                m_campaigns.removeRecipients(id, {phoneOf(1)}).error().code,
                                m_campaigns.removeAllRecipients(id).error().code,
                                m_campaigns.updateRecipient(id, {1}, u"x"_s, {}).error().code})
        EXPECT_EQ(code, u"not_a_draft"_s);
}

TEST_F(CampaignStoreTest, aFailedImportIsTakenBackWithTheContactsItMade)
{
    const CampaignId id = m_workspace.draftWith(2);
    const CampaignId other = m_workspace.draftWith(0);
    ImportMark mark = valueOf(m_campaigns.importMark(id));
    valueOf(m_campaigns.addRecipients(id, {newPerson(3), newPerson(4), newPerson(5)}, at(2), CameBy::Hand,
                                      &mark.contacts));
    valueOf(m_campaigns.addRecipients(other, {newPerson(5)}, at(2)));

    EXPECT_EQ(valueOf(m_campaigns.undoImport(id, mark)), 3);

    EXPECT_THAT(phonesOf(id), ElementsAre(phoneOf(1), phoneOf(2)));
    EXPECT_FALSE(valueOf(m_contacts.find(phoneOf(3))));
    EXPECT_TRUE(valueOf(m_contacts.find(phoneOf(5)))) << "another campaign has that one too";
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

// "I cancelled a list, and somebody whom I had put into the book myself was gone."
TEST_F(CampaignStoreTest, takingAnImportBackLeavesContactsThatOthersMadeOrHaveDealtWith)
{
    const CampaignId id = m_workspace.draftWith(0);
    ImportMark mark = valueOf(m_campaigns.importMark(id));
    valueOf(m_contacts.put(phoneOf(3), u"ES"_s, {.name = newPerson(3).name}, at(1)));
    NewRecipient described = newPerson(4);
    described.attributes = {
        {u"City"_s, u"Goa"_s}
    };
    valueOf(m_campaigns.addRecipients(id, {newPerson(3), described, newPerson(5), newPerson(6)}, at(2),
                                      CameBy::Hand, &mark.contacts));
    valueOf(m_contacts.put(phoneOf(5), u"ES"_s, {.addedTags = {u"vip"_s}}, at(3)));
    valueOf(m_contacts.put(phoneOf(6), u"ES"_s, {.name = u"Renamed"_s}, at(3)));

    valueOf(m_campaigns.undoImport(id, mark));

    EXPECT_TRUE(valueOf(m_contacts.find(phoneOf(3)))) << "was there before";
    EXPECT_FALSE(valueOf(m_contacts.find(phoneOf(4)))) << "only the import knew it";
    EXPECT_TRUE(valueOf(m_contacts.find(phoneOf(5))));
    EXPECT_TRUE(valueOf(m_contacts.find(phoneOf(6))));
}

TEST_F(CampaignStoreTest, sendingFreezesTheTemplateAndKeepsSuppressedPeopleOut)
{
    const CampaignId id = m_workspace.draftWith(3);
    valueOf(m_contacts.optOut(phoneOf(2), u"asked"_s, at(1)));

    const Campaign sent = valueOf(m_campaigns.send(id, tourTemplate(), at(2)));

    EXPECT_EQ(sent.state, CampaignState::Sending);
    EXPECT_EQ(sent.startedAt, at(2));
    EXPECT_EQ(sent.frozenTemplate, tourTemplate());
    EXPECT_EQ(sent.counts.of(RecipientStatus::OptedOut), 1);
    EXPECT_EQ(sent.counts.of(RecipientStatus::Pending), 2);
    EXPECT_EQ(m_workspace.person(id, 2).progress.status, RecipientStatus::OptedOut);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(CampaignStoreTest, aScheduleCanBeMovedAndTakenBack)
{
    const CampaignId id = m_workspace.draftWith(1);

    valueOf(m_campaigns.schedule(id, tourTemplate(), at(500), at(1)));
    const Campaign moved = valueOf(m_campaigns.schedule(id, tourTemplate(), at(900), at(2)));
    EXPECT_EQ(moved.state, CampaignState::Scheduled);
    EXPECT_EQ(moved.scheduledFor, at(900));
    const Campaign back = valueOf(m_campaigns.unschedule(id, at(3)));

    EXPECT_EQ(back.state, CampaignState::Draft);
    EXPECT_EQ(m_workspace.campaign(id), back);
    EXPECT_EQ(back.scheduledFor, std::nullopt);
    EXPECT_EQ(back.frozenTemplate, std::nullopt);
}

TEST_F(CampaignStoreTest, whatTheTableForbidsIsRefusedAndChangesNothing)
{
    const CampaignId draft = m_workspace.draftWith(1);
    const CampaignId cancelled = m_workspace.sendingWith(1);
    valueOf(m_campaigns.cancel(cancelled, at(2)));
    const Campaign before = m_workspace.campaign(cancelled);

    EXPECT_EQ(m_campaigns.pause(draft, at(3)).error().code, u"wrong_state"_s);
    EXPECT_EQ(m_campaigns.resume(draft, at(3)).error().code, u"wrong_state"_s);
    EXPECT_EQ(m_campaigns.cancel(draft, at(3)).error().code, u"wrong_state"_s);
    EXPECT_EQ(m_campaigns.send(cancelled, tourTemplate(), at(3)).error().code, u"wrong_state"_s);
    EXPECT_EQ(m_workspace.campaign(cancelled), before);
    EXPECT_EQ(before.counts.of(RecipientStatus::Pending), 1) << "people not reached stay pending";
}

TEST_F(CampaignStoreTest, aPauseByAPersonSaysSoAndCanBeResumed)
{
    const CampaignId id = m_workspace.sendingWith(1);

    const Campaign paused = valueOf(m_campaigns.pause(id, at(2)));
    EXPECT_EQ(paused.state, CampaignState::Paused);
    EXPECT_EQ(paused.reason.code, u"user"_s);

    const Campaign resumed = valueOf(m_campaigns.resume(id, at(3)));
    EXPECT_EQ(resumed.state, CampaignState::Sending);
    EXPECT_EQ(m_workspace.campaign(id), resumed);
}

TEST_F(CampaignStoreTest, whatWasPausedBeforeItsTimeCameWaitsForItAgainOnceItIsResumed)
{
    const CampaignId id = m_workspace.draftWith(1);
    valueOf(m_campaigns.schedule(id, tourTemplate(), at(500), at(1)));
    valueOf(m_campaigns.pause(id, at(2)));

    const Campaign early = valueOf(m_campaigns.resume(id, at(3)));
    EXPECT_EQ(early.state, CampaignState::Scheduled);
    EXPECT_EQ(early.scheduledFor, at(500));
    EXPECT_EQ(early.startedAt, std::nullopt);
    EXPECT_EQ(m_workspace.campaign(id), early);

    valueOf(m_campaigns.pause(id, at(4)));
    EXPECT_EQ(valueOf(m_campaigns.resume(id, at(501))).state, CampaignState::Sending) << "its time is over";
}

TEST_F(CampaignStoreTest, campaignsAreListedNewestFirstByStateAndName)
{
    const CampaignId draft = m_workspace.draftWith(1);
    const CampaignId sending = m_workspace.sendingWith(2);
    Campaign renamed = m_workspace.campaign(draft);
    renamed.name = u"50%_off"_s;
    valueOf(m_campaigns.update(renamed));
    const auto idsOf = [&](const CampaignQuery &query) {
        std::vector<CampaignId> ids;
        for (const Campaign &campaign : valueOf(m_campaigns.list(query)))
            ids.push_back(campaign.id);
        return ids;
    };

    EXPECT_THAT(idsOf({}), ElementsAre(sending, draft));
    EXPECT_THAT(idsOf({.state = CampaignState::Draft}), ElementsAre(draft));
    EXPECT_THAT(idsOf({.search = u"MONSOON"_s}), ElementsAre(sending));
    EXPECT_THAT(idsOf({.search = u"%_"_s}), ElementsAre(draft));
    EXPECT_THAT(idsOf({.limit = 1}), ElementsAre(sending));
    EXPECT_THAT(idsOf({.limit = 1, .after = sending}), ElementsAre(draft));
    EXPECT_EQ(valueOf(m_campaigns.totals()), (CampaignTotals{2, 1, 0, 3}));
}

TEST_F(CampaignStoreTest, deletingTakesThePeopleAndTheHistoryButNotTheContacts)
{
    const CampaignId id = variedCampaign();
    valueOf(m_campaigns.cancel(id, at(90)));
    const CampaignId other = m_workspace.draftWith(2);

    const Campaign removed = valueOf(m_campaigns.remove(id));

    EXPECT_EQ(removed.counts.total(), 5);
    EXPECT_EQ(m_campaigns.load(id).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(rowsOf(u"attempt"_s), 0);
    EXPECT_EQ(rowsOf(u"recipient"_s), 2);
    EXPECT_EQ(rowsOf(u"message"_s), 1) << "what people wrote stays";
    EXPECT_EQ(valueOf(m_contacts.count()), 5);
    EXPECT_EQ(m_workspace.campaign(other).counts.total(), 2);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
    EXPECT_THAT(valueOf(m_workspace.database().integrityProblems()), IsEmpty());
}

TEST_F(CampaignStoreTest, aSendingCampaignIsNotDeleted)
{
    const CampaignId id = m_workspace.sendingWith(1);

    EXPECT_EQ(m_campaigns.remove(id).error().code, u"campaign_sending"_s);

    EXPECT_THAT(phonesOf(id), SizeIs(1));
}

TEST_F(CampaignStoreTest, aDuplicateIsAFreshDraftWithTheSamePeople)
{
    const CampaignId id = variedCampaign();

    const CampaignId copy = valueOf(m_campaigns.duplicate(id, u"Again"_s, at(100)));

    const Campaign draft = m_workspace.campaign(copy);
    EXPECT_EQ(draft.state, CampaignState::Draft);
    EXPECT_EQ(draft.name, u"Again"_s);
    EXPECT_EQ(draft.settings, m_workspace.campaign(id).settings);
    EXPECT_EQ(draft.frozenTemplate, std::nullopt);
    EXPECT_EQ(draft.counts.of(RecipientStatus::Pending), 5);
    EXPECT_EQ(phonesOf(copy), phonesOf(id));
    EXPECT_EQ(m_workspace.person(copy, 3).variables, m_workspace.person(id, 3).variables);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(CampaignStoreTest, aFollowUpGoesToTheGroupAskedFor)
{
    const CampaignId id = variedCampaign();
    const auto followed = [&](FollowUpGroup group) {
        return phonesOf(valueOf(m_campaigns.followUp(id, group, u"Next"_s, at(100))));
    };

    EXPECT_THAT(followed(FollowUpGroup::Unread), ElementsAre(phoneOf(1), phoneOf(2)));
    EXPECT_THAT(followed(FollowUpGroup::Read), ElementsAre(phoneOf(3), phoneOf(4)));
    EXPECT_THAT(followed(FollowUpGroup::Responded), ElementsAre(phoneOf(4)));
    EXPECT_THAT(followed(FollowUpGroup::Failed), ElementsAre(phoneOf(5)));
    EXPECT_THAT(followed(FollowUpGroup::Unanswered), ElementsAre(phoneOf(3)));
}

TEST_F(CampaignStoreTest, peopleOfAnEarlierCampaignAreAddedToADraft)
{
    const CampaignId earlier = variedCampaign();
    const CampaignId draft = m_workspace.draftWith(1);
    valueOf(m_contacts.optOut(phoneOf(2), u"asked"_s, at(99)));

    const AddedPeople added =
        valueOf(m_campaigns.addFromCampaign(draft, earlier, FollowUpGroup::Unread, at(100)));

    EXPECT_EQ(added, (AddedPeople{0, 1, 1}));
    EXPECT_EQ(valueOf(m_campaigns.addFromCampaign(draft, earlier, FollowUpGroup::Read, at(100))).added, 2);
}

TEST_F(CampaignStoreTest, theTimeLineCountsWhatHappenedInEachStep)
{
    const CampaignId id = variedCampaign();
    CampaignFigures figures{m_workspace.database()};

    const auto minutes = valueOf(figures.timeLine(id, 1min));
    const auto hours = valueOf(figures.timeLine(id, 1h));

    const UtcTime first = std::chrono::floor<std::chrono::minutes>(at(0)); // second 40 of its minute
    EXPECT_THAT(minutes,
                ElementsAre(TimeLinePoint{first, 4, 0, 0, 0, 1}, TimeLinePoint{first + 1min, 0, 1, 1, 1, 0}));
    ASSERT_THAT(hours, SizeIs(1));
    EXPECT_EQ(hours[0], (TimeLinePoint{std::chrono::floor<std::chrono::hours>(at(11)), 4, 1, 1, 1, 1}));
}

TEST_F(CampaignStoreTest, failuresAreCountedByReason)
{
    const CampaignId id = m_workspace.sendingWith(3);
    const std::vector<Claim> claims = claim(id, 3);
    valueOf(m_ledger.settle({refused(claims[0], 131049, RecipientStatus::Failed, at(11)),
                             refused(claims[1], 131026, RecipientStatus::Failed, at(11)),
                             refused(claims[2], 131026, RecipientStatus::Failed, at(11))}));

    const auto errors = valueOf(CampaignFigures{m_workspace.database()}.errors(id));

    ASSERT_THAT(errors, SizeIs(2));
    EXPECT_EQ(errors[0].code, u"131026"_s);
    EXPECT_EQ(errors[0].count, 2);
    EXPECT_FALSE(errors[0].message.isEmpty());
}

TEST_F(CampaignStoreTest, deliveryTimesAreMediansAndNineOfTen)
{
    const CampaignId id = m_workspace.sendingWith(10);
    int number = 0;
    for (const Claim &claimed : claim(id, 10)) {
        const QString messageId = u"wamid.%1"_s.arg(++number);
        valueOf(m_ledger.settle({accepted(claimed, messageId, at(11))}));
        valueOf(m_deliveries.apply("{}", {statusEvent(messageId, DeliveryStatus::Delivered, at(11 + number))},
                                   at(50)));
    }

    const DeliveryTimes times = valueOf(CampaignFigures{m_workspace.database()}.deliveryTimes(id));

    ASSERT_TRUE(times.toDeliver);
    EXPECT_EQ(times.toDeliver->median, 5s);
    EXPECT_EQ(times.toDeliver->ninety, 9s);
    EXPECT_FALSE(times.toRead);
}

TEST_F(CampaignStoreTest, preflightLearnsWhatIsWrongWithThePeople)
{
    const CampaignId id = m_workspace.draftWith(2);
    Campaign campaign = m_workspace.campaign(id);
    campaign.settings.defaults = {
        {u"1"_s, u"Goa"_s}
    };
    valueOf(m_campaigns.update(campaign));
    NewRecipient defaulted = newPerson(3);
    defaulted.variables.remove(u"1"_s);
    NewRecipient missing = newPerson(4);
    missing.variables = {
        {u"2"_s, u" "_s}
    };
    NewRecipient broken = newPerson(5);
    broken.variables[u"2"_s] = u"two\nlines"_s;
    NewRecipient tooLong = newPerson(6);
    tooLong.variables[u"2"_s] = QString{1100, u'x'};
    tooLong.region = u"US"_s;
    valueOf(m_campaigns.addRecipients(id, {defaulted, missing, broken, tooLong, newPerson(7)}, at(1)));
    valueOf(m_contacts.optIn(phoneOf(1), {.at = at(2), .source = u"shop form"_s}, at(2)));
    valueOf(m_contacts.optOut(phoneOf(7), u"asked"_s, at(2)));

    const PeopleFacts facts =
        valueOf(CampaignFigures{m_workspace.database()}.people(m_workspace.campaign(id), tourTemplate()));

    EXPECT_EQ(facts.recipients, 6);
    EXPECT_EQ(facts.optedOut, 1);
    EXPECT_EQ(facts.withoutOptIn, 5);
    EXPECT_EQ(facts.withMissingVariables, 1);
    EXPECT_EQ(facts.missingVariableKey, u"2"_s);
    EXPECT_EQ(facts.withBadValues, 2);
    EXPECT_THAT(facts.refusedValues,
                UnorderedElementsAre(RefusedValues{ValueProblem::LineBreak, u"2"_s, 1},
                                     RefusedValues{ValueProblem::TooLong, {}, 1}));
    EXPECT_EQ(facts.withDefaults, 2); // who misses the other value is one of them
    EXPECT_EQ(facts.defaultsUsed,
              (QMap<QString, int>{
                  {u"1"_s, 2}
    }));
    EXPECT_EQ(facts.usNumbers, 1);
}

TEST_F(CampaignStoreTest, countersEqualTheRowsAfterAnyHistory)
{
    std::mt19937 random{20'261'122}; // NOLINT: the same history every time
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>{0, most}(random); };
    constexpr int kPeople = 60;
    const CampaignId id = m_workspace.sendingWith(kPeople);
    std::vector<Claim> inFlight;
    std::vector<std::pair<QString, AttemptId>> messages;
    int second = 10;
    for (int step = 0; step < 250; ++step) {
        second += upTo(40);
        switch (upTo(9)) {
        case 0:
        case 1:
        case 2: {
            for (const Claim &claimed : claim(id, 1 + upTo(5), second)) {
                inFlight.push_back(claimed);
                messages.emplace_back(u"wamid.%1"_s.arg(messages.size()), claimed.attempt);
            }
            break;
        }
        case 3:
        case 4: {
            if (inFlight.empty())
                break;
            const Claim claimed = inFlight.back();
            inFlight.pop_back();
            const auto message = std::find_if(messages.begin(), messages.end(), [&](const auto &known) {
                return known.second == claimed.attempt;
            });
            Settlement waiting = refused(claimed, 130429, RecipientStatus::Pending, at(second));
            waiting.notBefore = at(second + upTo(100));
            const std::array outcomes{accepted(claimed, message->first, at(second)),
                                      refused(claimed, 131026, RecipientStatus::Failed, at(second)),
                                      refused(claimed, 131000, RecipientStatus::Failed, at(second)), waiting,
                                      unknown(claimed, at(second))};
            valueOf(m_ledger.settle({outcomes[static_cast<size_t>(upTo(4))]}));
            break;
        }
        case 5:
        case 6: {
            if (messages.empty())
                break;
            const auto &[messageId, attempt] =
                messages[static_cast<size_t>(upTo(static_cast<int>(messages.size()) - 1))];
            const std::array statuses{DeliveryStatus::Sent, DeliveryStatus::Delivered, DeliveryStatus::Read,
                                      DeliveryStatus::Failed};
            const QString told = upTo(1) == 0 ? attempt.value : QString{};
            valueOf(m_deliveries.apply(
                "{}",
                {statusEvent(messageId, statuses[static_cast<size_t>(upTo(3))], at(second - upTo(30)), told)},
                at(second)));
            break;
        }
        case 7: {
            InboundMessageEvent answer;
            answer.messageId = u"in.%1"_s.arg(step);
            answer.fromPhone = phoneOf(1 + upTo(kPeople - 1)).e164();
            answer.type = u"text"_s;
            answer.text = upTo(4) == 0 ? u"stop"_s : u"ok"_s;
            answer.at = at(second);
            valueOf(m_deliveries.apply("{}", {answer}, at(second)));
            break;
        }
        case 8:
            if (!inFlight.empty() && upTo(2) == 0) {
                valueOf(m_ledger.giveBack(id, {inFlight.back().attempt}, at(second)));
                inFlight.pop_back();
            } else if (upTo(5) == 0) {
                valueOf(m_ledger.markInterrupted(at(second)));
                inFlight.clear();
            }
            break;
        case 9:
            if (upTo(1) == 0)
                valueOf(m_campaigns.retryFailed(id, at(second)));
            else
                valueOf(m_campaigns.resolveUnconfirmed(
                    id, upTo(1) == 0 ? Resolution::Accept : Resolution::Resend, 0s, at(second)));
            break;
        }
        ASSERT_THAT(m_workspace.problems(), IsEmpty()) << "after step " << step;
        ASSERT_EQ(m_workspace.campaign(id).counts.total(), kPeople);
    }
    const Campaign after = m_workspace.campaign(id);
    EXPECT_GT(after.reached.sent, 0);
    EXPECT_GT(after.reached.responded, 0);
    EXPECT_LE(after.reached.delivered, after.reached.sent);
}

TEST_F(CampaignStoreTest, aWrongCounterIsToldInASentence)
{
    const CampaignId id = variedCampaign();
    valueOf(execute(m_workspace.database(), u"UPDATE campaign_counts SET failed = 7, reached_read = 0"_s));
    valueOf(execute(m_workspace.database(), u"UPDATE campaign_minute SET sent = sent + 1"_s));

    const std::vector<QString> problems = m_workspace.problems();

    ASSERT_THAT(problems, SizeIs(3));
    for (const QString &problem : problems)
        EXPECT_TRUE(problem.contains(u"Campaign %1"_s.arg(id.value))) << problem.toStdString();
}
