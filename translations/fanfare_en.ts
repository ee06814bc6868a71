<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AbTest</name>
    <message>
        <source>A test has two to four versions.</source>
        <translation>A test has two to four versions.</translation>
    </message>
    <message>
        <source>Two versions are the same.</source>
        <translation>Two versions are the same.</translation>
    </message>
    <message>
        <source>At least 10 of 100 people must take part in a test.</source>
        <translation>At least 10 of 100 people must take part in a test.</translation>
    </message>
    <message>
        <source>Too few to tell: each version needs about 400 people who were sent it.</source>
        <translation>Too few to tell: each version needs about 400 people who were sent it.</translation>
    </message>
    <message>
        <source>Too few to tell: each version needs about 400 people who got it.</source>
        <translation>Too few to tell: each version needs about 400 people who got it.</translation>
    </message>
    <message>
        <source>No clear winner: the ranges overlap, so chance may make the difference.</source>
        <translation>No clear winner: the ranges overlap, so chance may make the difference.</translation>
    </message>
    <message>
        <source>Version %1 is the best: its range lies above all others.</source>
        <translation>Version %1 is the best: its range lies above all others.</translation>
    </message>
    <message>
        <source>% delivered of sent</source>
        <translation>% delivered of sent</translation>
    </message>
    <message>
        <source>% read of delivered</source>
        <translation>% read of delivered</translation>
    </message>
    <message>
        <source>% answered of delivered</source>
        <translation>% answered of delivered</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message>
        <source>best: %1</source>
        <extracomment>How probably a version of a test is the best one</extracomment>
        <translation>best: %1</translation>
    </message>
    <message>
        <source>The people are divided when it is sent or scheduled.</source>
        <translation>The people are divided when it is sent or scheduled.</translation>
    </message>
    <message>
        <source>The people are not divided to the end. Send it again to go on.</source>
        <translation>The people are not divided to the end. Send it again to go on.</translation>
    </message>
    <message>
        <source>Everybody takes part in this test.</source>
        <translation>Everybody takes part in this test.</translation>
    </message>
    <message numerus="yes">
        <source>The rest, %Ln people, gets the best version on %1, where it is clear by then.</source>
        <translation>
            <numerusform>The rest, %Ln person, gets the best version on %1, where it is clear by then.</numerusform>
            <numerusform>The rest, %Ln people, gets the best version on %1, where it is clear by then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rest, %Ln people, waits until every version has begun to be sent.</source>
        <translation>
            <numerusform>The rest, %Ln person, waits until every version has begun to be sent.</numerusform>
            <numerusform>The rest, %Ln people, waits until every version has begun to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rest, %Ln people, gets the version that you choose.</source>
        <translation>
            <numerusform>The rest, %Ln person, gets the version that you choose.</numerusform>
            <numerusform>The rest, %Ln people, gets the version that you choose.</numerusform>
        </translation>
    </message>
    <message>
        <source>You chose version %1 for the rest on %2.</source>
        <translation>You chose version %1 for the rest on %2.</translation>
    </message>
    <message>
        <source>Version %1 won, and the rest got it on %2.</source>
        <translation>Version %1 won, and the rest got it on %2.</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>deleted</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Did it</source>
        <translation>Did it</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Of</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>At least</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>At most</translation>
    </message>
    <message>
        <source>Choose the version of the test that they get</source>
        <translation>Choose the version of the test that they get</translation>
    </message>
    <message>
        <source>Waits for the winner of a test</source>
        <translation>Waits for the winner of a test</translation>
    </message>
    <message>
        <source>Got the winner of a test</source>
        <translation>Got the winner of a test</translation>
    </message>
    <message>
        <source>Version %1 of a test</source>
        <translation>Version %1 of a test</translation>
    </message>
    <message numerus="yes">
        <source>A test of %Ln versions</source>
        <translation>
            <numerusform>A test of %Ln version</numerusform>
            <numerusform>A test of %Ln versions</numerusform>
        </translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>under %1</translation>
    </message>
    <message numerus="yes">
        <source>Choose the version for the rest, %Ln people.</source>
        <translation>
            <numerusform>Choose the version for the rest, %Ln person.</numerusform>
            <numerusform>Choose the version for the rest, %Ln people.</numerusform>
        </translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>over %1</translation>
    </message>
</context>
<context>
    <name>AbTestCard</name>
    <message>
        <source>Versions of the test</source>
        <translation>Versions of the test</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Send %1 to the rest…</source>
        <translation>Send %1 to the rest…</translation>
    </message>
    <message>
        <source>They are written to at once. This cannot be changed afterwards.</source>
        <translation>They are written to at once. This cannot be changed afterwards.</translation>
    </message>
    <message>
        <source>%1 They are written to at once. This cannot be changed afterwards.</source>
        <translation>%1 They are written to at once. This cannot be changed afterwards.</translation>
    </message>
    <message numerus="yes">
        <source>Send version %1 to the rest, %Ln people?</source>
        <translation>
            <numerusform>Send version %1 to the rest, %Ln person?</numerusform>
            <numerusform>Send version %1 to the rest, %Ln people?</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Send version %1</source>
        <translation>Send version %1</translation>
    </message>
</context>
<context>
    <name>AbTestCommands</name>
    <message>
        <source>There is no A/B test. Make one: fanfare-cli campaign create --variant …</source>
        <translation>There is no A/B test. Make one: fanfare-cli campaign create --variant …</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Campaigns</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Winner</translation>
    </message>
    <message>
        <source>“%1” is no version: say A, B, C or D.</source>
        <translation>“%1” is no version: say A, B, C or D.</translation>
    </message>
    <message>
        <source>Campaigns that were, or are to be, sent in several versions.</source>
        <translation>Campaigns that were, or are to be, sent in several versions.</translation>
    </message>
    <message>
        <source>The versions of a test side by side; ID is any campaign of it.</source>
        <translation>The versions of a test side by side; ID is any campaign of it.</translation>
    </message>
    <message>
        <source>Sends this version to the rest of the people.</source>
        <translation>Sends this version to the rest of the people.</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 to %3)</translation>
    </message>
    <message>
        <source>Delivered of sent</source>
        <translation>Delivered of sent</translation>
    </message>
    <message>
        <source>Read of delivered</source>
        <translation>Read of delivered</translation>
    </message>
    <message>
        <source>Answered of delivered</source>
        <translation>Answered of delivered</translation>
    </message>
    <message>
        <source>It is divided when it is sent or scheduled.</source>
        <translation>It is divided when it is sent or scheduled.</translation>
    </message>
    <message>
        <source>The people are not divided to the end. Send it again to go on: fanfare-cli campaign send %1</source>
        <translation>The people are not divided to the end. Send it again to go on: fanfare-cli campaign send %1</translation>
    </message>
    <message>
        <source>Everybody takes part.</source>
        <translation>Everybody takes part.</translation>
    </message>
    <message>
        <source>It is decided on %1.</source>
        <translation>It is decided on %1.</translation>
    </message>
    <message>
        <source>It is decided when every version has begun to be sent, and its time has passed.</source>
        <translation>It is decided when every version has begun to be sent, and its time has passed.</translation>
    </message>
    <message>
        <source>You decide: fanfare-cli campaign abtest choose %1 LETTER</source>
        <translation>You decide: fanfare-cli campaign abtest choose %1 LETTER</translation>
    </message>
    <message>
        <source>You decide: %1 fanfare-cli campaign abtest choose %2 LETTER</source>
        <translation>You decide: %1 fanfare-cli campaign abtest choose %2 LETTER</translation>
    </message>
    <message>
        <source>A person chose version %1 on %2.</source>
        <translation>A person chose version %1 on %2.</translation>
    </message>
    <message>
        <source>Version %1 won on %2.</source>
        <translation>Version %1 won on %2.</translation>
    </message>
    <message>
        <source>needs about 400</source>
        <translation>needs about 400</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Probably the best</source>
        <translation>Probably the best</translation>
    </message>
    <message numerus="yes">
        <source>The rest: campaign %1, %n people, %2.</source>
        <translation>
            <numerusform>The rest: campaign %1, %n person, %2.</numerusform>
            <numerusform>The rest: campaign %1, %n people, %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Divided with the seed %1.</source>
        <translation>Divided with the seed %1.</translation>
    </message>
</context>
<context>
    <name>AbTestDesk</name>
    <message>
        <source>Version %1: %2</source>
        <extracomment>A line of the check list about one version of a test: &quot;Version B: 12 people lack …&quot;</extracomment>
        <translation>Version %1: %2</translation>
    </message>
    <message>
        <source>Each version goes to %1 people.</source>
        <translation>Each version goes to %1 people.</translation>
    </message>
    <message>
        <source>Each version goes to %1 people, and the best one to the rest, %2 people.</source>
        <translation>Each version goes to %1 people, and the best one to the rest, %2 people.</translation>
    </message>
    <message>
        <source>It needs about 400 people who get it to tell which version is better.</source>
        <translation>It needs about 400 people who get it to tell which version is better.</translation>
    </message>
    <message>
        <source>The time of version %1 is in the past.</source>
        <translation>The time of version %1 is in the past.</translation>
    </message>
    <message>
        <source>Campaign %1 is no part of a test.</source>
        <translation>Campaign %1 is no part of a test.</translation>
    </message>
    <message>
        <source>There is no version %1 any more.</source>
        <translation>There is no version %1 any more.</translation>
    </message>
</context>
<context>
    <name>AbTestStore</name>
    <message>
        <source>This test is gone.</source>
        <translation>This test is gone.</translation>
    </message>
    <message>
        <source>The people of this campaign were divided for a test, so that they are fixed.</source>
        <translation>The people of this campaign were divided for a test, so that they are fixed.</translation>
    </message>
    <message>
        <source>This campaign is part of a test: its number, its message and its budget stay as they are.</source>
        <translation>This campaign is part of a test: its number, its message and its budget stay as they are.</translation>
    </message>
    <message>
        <source>The winner is chosen already.</source>
        <translation>The winner is chosen already.</translation>
    </message>
    <message>
        <source>This is not possible while the test is in the state “%1”.</source>
        <translation>This is not possible while the test is in the state “%1”.</translation>
    </message>
    <message>
        <source>Only a draft can become a test.</source>
        <translation>Only a draft can become a test.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>The name of one version of a campaign that is tested: “Winter sale · B”</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · rest</source>
        <extracomment>The name of a campaign to who gets the winner of a test: “Winter sale · rest”</extracomment>
        <translation>%1 · rest</translation>
    </message>
    <message numerus="yes">
        <source>There are %n people, too few for each version to go to somebody.</source>
        <translation>
            <numerusform>There is %n person, too few for each version to go to somebody.</numerusform>
            <numerusform>There are %n people, too few for each version to go to somebody.</numerusform>
        </translation>
    </message>
    <message>
        <source>A person chose version %1 of “%2” for the rest.</source>
        <translation>A person chose version %1 of “%2” for the rest.</translation>
    </message>
    <message>
        <source>Version %1 of “%2” won, and the rest gets it.</source>
        <translation>Version %1 of “%2” won, and the rest gets it.</translation>
    </message>
    <message>
        <source>Part of the A/B test “%1”, divided with the seed %2.</source>
        <translation>Part of the A/B test “%1”, divided with the seed %2.</translation>
    </message>
    <message>
        <source>A person has to choose the version for the rest: %1</source>
        <translation>A person has to choose the version for the rest: %1</translation>
    </message>
    <message>
        <source>Nobody is left to get the winner.</source>
        <translation>Nobody is left to get the winner.</translation>
    </message>
    <message>
        <source>This version was deleted.</source>
        <translation>This version was deleted.</translation>
    </message>
    <message>
        <source>The people of this test are being divided. Send it to the end first.</source>
        <translation>The people of this test are being divided. Send it to the end first.</translation>
    </message>
</context>
<context>
    <name>AccountChanges</name>
    <message>
        <source>Meta restricted this account: %1</source>
        <translation>Meta restricted this account: %1</translation>
    </message>
    <message>
        <source>Meta lifted what it had restricted: %1</source>
        <translation>Meta lifted what it had restricted: %1</translation>
    </message>
    <message>
        <source>This account is not connected here: %1</source>
        <translation>This account is not connected here: %1</translation>
    </message>
    <message>
        <source>Taken over: %1</source>
        <translation>Taken over: %1</translation>
    </message>
    <message>
        <source>Kept, without effect: %1</source>
        <translation>Kept, without effect: %1</translation>
    </message>
</context>
<context>
    <name>AccountCommands</name>
    <message>
        <source>There is no token on standard input.</source>
        <translation>There is no token on standard input.</translation>
    </message>
    <message>
        <source>There is no app secret on standard input.</source>
        <translation>There is no app secret on standard input.</translation>
    </message>
    <message>
        <source>“%1” is not an id of Meta&apos;s: those are digits.</source>
        <translation>“%1” is not an id of Meta&apos;s: those are digits.</translation>
    </message>
    <message>
        <source>“%1” is not a Graph API version like v25.0.</source>
        <translation>“%1” is not a Graph API version like v25.0.</translation>
    </message>
    <message>
        <source>“%1” is not a web address.</source>
        <translation>“%1” is not a web address.</translation>
    </message>
    <message>
        <source>Account %1 is stored.</source>
        <translation>Account %1 is stored.</translation>
    </message>
    <message>
        <source>There is no access token for it yet: set FANFARE_TOKEN in the environment, or give one with --token-stdin.</source>
        <translation>There is no access token for it yet: set FANFARE_TOKEN in the environment, or give one with --token-stdin.</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Phone-number id</source>
        <translation>Phone-number id</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Quality</translation>
    </message>
    <message>
        <source>“%1” is not the number of an account.</source>
        <translation>“%1” is not the number of an account.</translation>
    </message>
    <message>
        <source>Account %1 is in use.</source>
        <translation>Account %1 is in use.</translation>
    </message>
    <message>
        <source>Account %1 is removed.</source>
        <translation>Account %1 is removed.</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>not reported</translation>
    </message>
    <message>
        <source>Verified name</source>
        <translation>Verified name</translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation>Messages a second</translation>
    </message>
    <message>
        <source>People in 24 hours</source>
        <translation>People in 24 hours</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>unlimited</translation>
    </message>
    <message>
        <source>Connects a business phone number, or changes a known one.</source>
        <translation>Connects a business phone number, or changes a known one.</translation>
    </message>
    <message>
        <source>Meta&apos;s id of the number.</source>
        <translation>Meta&apos;s id of the number.</translation>
    </message>
    <message>
        <source>Meta&apos;s id of the WhatsApp Business Account.</source>
        <translation>Meta&apos;s id of the WhatsApp Business Account.</translation>
    </message>
    <message>
        <source>What you call it.</source>
        <translation>What you call it.</translation>
    </message>
    <message>
        <source>Where the Graph API is; else Meta&apos;s own address.</source>
        <translation>Where the Graph API is; else Meta&apos;s own address.</translation>
    </message>
    <message>
        <source>The version of the Graph API, like v25.0.</source>
        <translation>The version of the Graph API, like v25.0.</translation>
    </message>
    <message>
        <source>The access token is the first line of standard input.</source>
        <translation>The access token is the first line of standard input.</translation>
    </message>
    <message>
        <source>The app secret is the next line of standard input.</source>
        <translation>The app secret is the next line of standard input.</translation>
    </message>
    <message>
        <source>The secrets go into the keychain. FANFARE_TOKEN and FANFARE_APP_SECRET in the environment come before it, for the account in use.</source>
        <translation>The secrets go into the keychain. FANFARE_TOKEN and FANFARE_APP_SECRET in the environment come before it, for the account in use.</translation>
    </message>
    <message>
        <source>The connected numbers.</source>
        <translation>The connected numbers.</translation>
    </message>
    <message>
        <source>Makes this number the one in use.</source>
        <translation>Makes this number the one in use.</translation>
    </message>
    <message>
        <source>Disconnects a number and forgets its secrets.</source>
        <translation>Disconnects a number and forgets its secrets.</translation>
    </message>
    <message>
        <source>Asks Meta who we are.</source>
        <translation>Asks Meta who we are.</translation>
    </message>
    <message>
        <source>“%1” is not a limit for a number: 20/s, or max for none.</source>
        <translation>“%1” is not a limit for a number: 20/s, or max for none.</translation>
    </message>
    <message>
        <source>Account %1 sends at most %2 messages a second.</source>
        <translation>Account %1 sends at most %2 messages a second.</translation>
    </message>
    <message>
        <source>Account %1 sends as fast as Meta allows.</source>
        <translation>Account %1 sends as fast as Meta allows.</translation>
    </message>
    <message>
        <source>Lowers how fast a number sends, for all its campaigns and at once.</source>
        <translation>Lowers how fast a number sends, for all its campaigns and at once.</translation>
    </message>
    <message>
        <source>RATE is 20/s, or max for no limit of your own.</source>
        <translation>RATE is 20/s, or max for no limit of your own.</translation>
    </message>
</context>
<context>
    <name>AccountDesk</name>
    <message>
        <source>This is a practice workspace. Connect your number in another one: fanfare-cli workspace init</source>
        <translation>This is a practice workspace. Connect your number in another one: fanfare-cli workspace init</translation>
    </message>
    <message>
        <source>There is no account %1.</source>
        <translation>There is no account %1.</translation>
    </message>
    <message>
        <source>No number is connected yet. Connect one: fanfare-cli account set</source>
        <translation>No number is connected yet. Connect one: fanfare-cli account set</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>Paste the ID from WhatsApp Manager</source>
        <translation>Paste the ID from WhatsApp Manager</translation>
    </message>
    <message>
        <source>An ID has digits only. A phone number is something else.</source>
        <translation>An ID has digits only. A phone number is something else.</translation>
    </message>
    <message>
        <source>An address begins with https://</source>
        <translation>An address begins with https://</translation>
    </message>
    <message>
        <source>A version looks like v25.0</source>
        <translation>A version looks like v25.0</translation>
    </message>
    <message>
        <source>Not stored</source>
        <translation>Not stored</translation>
    </message>
    <message>
        <source>In your system&apos;s keychain</source>
        <translation>In your system&apos;s keychain</translation>
    </message>
    <message>
        <source>In memory for this run only, because there is no keychain here</source>
        <translation>In memory for this run only, because there is no keychain here</translation>
    </message>
    <message>
        <source>In the environment of this computer</source>
        <translation>In the environment of this computer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Phone number ID</source>
        <translation>Phone number ID</translation>
    </message>
    <message>
        <source>Business account ID (WABA)</source>
        <translation>Business account ID (WABA)</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Access key</translation>
    </message>
    <message>
        <source>App secret</source>
        <translation>App secret</translation>
    </message>
    <message>
        <source>Address of the Graph API</source>
        <translation>Address of the Graph API</translation>
    </message>
    <message>
        <source>Graph API version</source>
        <translation>Graph API version</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Advanced</translation>
    </message>
    <message>
        <source>Check and connect</source>
        <translation>Check and connect</translation>
    </message>
    <message>
        <source>Save without checking</source>
        <translation>Save without checking</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>How you call it, such as the name of the client</source>
        <translation>How you call it, such as the name of the client</translation>
    </message>
    <message>
        <source>WhatsApp Manager → API setup. Not the phone number itself.</source>
        <translation>WhatsApp Manager → API setup. Not the phone number itself.</translation>
    </message>
    <message>
        <source>On the same page, under the phone number ID</source>
        <translation>On the same page, under the phone number ID</translation>
    </message>
    <message>
        <source>App settings → Basic. Proves that delivery events are Meta&apos;s.</source>
        <translation>App settings → Basic. Proves that delivery events are Meta&apos;s.</translation>
    </message>
    <message>
        <source>Stored; paste a new one to replace it</source>
        <translation>Stored; paste a new one to replace it</translation>
    </message>
    <message>
        <source>It goes into your system&apos;s keychain, not into our file.</source>
        <translation>It goes into your system&apos;s keychain, not into our file.</translation>
    </message>
    <message>
        <source>Check and save</source>
        <translation>Check and save</translation>
    </message>
    <message>
        <source>Asking Meta…</source>
        <translation>Asking Meta…</translation>
    </message>
    <message>
        <source>This takes a few seconds.</source>
        <translation>This takes a few seconds.</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>This did not work.</translation>
    </message>
    <message>
        <source>Paste the access key</source>
        <translation>Paste the access key</translation>
    </message>
</context>
<context>
    <name>AccountsPanel</name>
    <message>
        <source>High: few people block or report you</source>
        <translation>High: few people block or report you</translation>
    </message>
    <message>
        <source>Medium: some people block or report you. Send to fewer, better chosen people.</source>
        <translation>Medium: some people block or report you. Send to fewer, better chosen people.</translation>
    </message>
    <message>
        <source>Low: many people block or report you. Meta may lower your limit.</source>
        <translation>Low: many people block or report you. Meta may lower your limit.</translation>
    </message>
    <message>
        <source>Not rated yet</source>
        <translation>Not rated yet</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>Phone number ID</source>
        <translation>Phone number ID</translation>
    </message>
    <message>
        <source>Business account ID (WABA)</source>
        <translation>Business account ID (WABA)</translation>
    </message>
    <message>
        <source>Address of the Graph API</source>
        <translation>Address of the Graph API</translation>
    </message>
    <message>
        <source>Graph API version</source>
        <translation>Graph API version</translation>
    </message>
    <message>
        <source>No number is connected. Drafts can be made without one; sending cannot.</source>
        <translation>No number is connected. Drafts can be made without one; sending cannot.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>A business number you send from. Keys stay in your system&apos;s keychain, never in the workspace file.</source>
        <translation>A business number you send from. Keys stay in your system&apos;s keychain, never in the workspace file.</translation>
    </message>
    <message>
        <source>Connect a number</source>
        <translation>Connect a number</translation>
    </message>
    <message>
        <source>Practice number</source>
        <translation>Practice number</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Simulator</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Nothing leaves this computer</translation>
    </message>
    <message>
        <source>%1 · asking Meta…</source>
        <translation>%1 · asking Meta…</translation>
    </message>
    <message>
        <source>%1 · checked with Meta %2</source>
        <translation>%1 · checked with Meta %2</translation>
    </message>
    <message>
        <source>%1 · not checked yet</source>
        <translation>%1 · not checked yet</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>More actions for %1</source>
        <translation>More actions for %1</translation>
    </message>
    <message>
        <source>Send from this number</source>
        <translation>Send from this number</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Remove…</translation>
    </message>
    <message>
        <source>The last check failed.</source>
        <translation>The last check failed.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Not checked yet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Quality</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Speed</translation>
    </message>
    <message numerus="yes">
        <source>Up to %Ln messages a second</source>
        <translation>
            <numerusform>Up to %Ln message a second</numerusform>
            <numerusform>Up to %Ln messages a second</numerusform>
        </translation>
    </message>
    <message>
        <source>Meta has not said; 80 a second are usual</source>
        <translation>Meta has not said; 80 a second are usual</translation>
    </message>
    <message>
        <source>People in 24 hours</source>
        <translation>People in 24 hours</translation>
    </message>
    <message>
        <source>%1 of %2 used, shared by all numbers of your business</source>
        <translation>%1 of %2 used, shared by all numbers of your business</translation>
    </message>
    <message>
        <source>Meta has not told a limit</source>
        <translation>Meta has not told a limit</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Access key</translation>
    </message>
    <message>
        <source>Not stored. Paste one under Edit to send.</source>
        <translation>Not stored. Paste one under Edit to send.</translation>
    </message>
    <message>
        <source>App secret</source>
        <translation>App secret</translation>
    </message>
    <message>
        <source>Not stored. Delivery events cannot be told from forged ones.</source>
        <translation>Not stored. Delivery events cannot be told from forged ones.</translation>
    </message>
    <message>
        <source>Edit the account</source>
        <translation>Edit the account</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>Edit “%1”</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>Remove “%1”?</translation>
    </message>
    <message>
        <source>Its templates go, and its keys are removed from the keychain. Its campaigns and their results stay.</source>
        <translation>Its templates go, and its keys are removed from the keychain. Its campaigns and their results stay.</translation>
    </message>
    <message>
        <source>Remove the account</source>
        <translation>Remove the account</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Set a limit…</source>
        <translation>Set a limit…</translation>
    </message>
    <message>
        <source>Your own limit for %1</source>
        <translation>Your own limit for %1</translation>
    </message>
    <message>
        <source>Your own limit</source>
        <translation>Your own limit</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln messages a second</source>
        <translation>
            <numerusform>At most %Ln message a second</numerusform>
            <numerusform>At most %Ln messages a second</numerusform>
        </translation>
    </message>
    <message>
        <source>None; as fast as Meta allows</source>
        <translation>None; as fast as Meta allows</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Scheduled for %1.</source>
        <translation>Scheduled for %1.</translation>
    </message>
    <message>
        <source>Taken back: a draft again.</source>
        <translation>Taken back: a draft again.</translation>
    </message>
    <message>
        <source>Sending started.</source>
        <translation>Sending started.</translation>
    </message>
    <message>
        <source>Paused by a person.</source>
        <translation>Paused by a person.</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>Paused: %1</translation>
    </message>
    <message>
        <source>Resumed by a person.</source>
        <translation>Resumed by a person.</translation>
    </message>
    <message>
        <source>Resumed: %1</source>
        <translation>Resumed: %1</translation>
    </message>
    <message>
        <source>Completed.</source>
        <translation>Completed.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>Ended: %1</source>
        <translation>Ended: %1</translation>
    </message>
    <message>
        <source>There are people to send to again.</source>
        <translation>There are people to send to again.</translation>
    </message>
    <message>
        <source>There is no campaign %1.</source>
        <translation>There is no campaign %1.</translation>
    </message>
    <message>
        <source>This is not possible while the campaign is in the state “%1”.</source>
        <translation>This is not possible while the campaign is in the state “%1”.</translation>
    </message>
</context>
<context>
    <name>ActivityModel</name>
    <message>
        <source>%1, %2</source>
        <extracomment>When something was done: day and time, and by whom</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ActivityPanel</name>
    <message>
        <source>Hide the activity</source>
        <translation>Hide the activity</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Nothing has happened yet.</translation>
    </message>
</context>
<context>
    <name>AnalyticsCommands</name>
    <message>
        <source>--by is day, week or month, not “%1”.</source>
        <translation>--by is day, week or month, not “%1”.</translation>
    </message>
    <message>
        <source>--language goes with --template.</source>
        <translation>--language goes with --template.</translation>
    </message>
    <message>
        <source>%1, too few to tell</source>
        <translation>%1, too few to tell</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Responded</source>
        <translation>Responded</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Opted out</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <translation>%1 to %2, %3</translation>
    </message>
    <message>
        <source>Most people in 24 hours</source>
        <translation>Most people in 24 hours</translation>
    </message>
    <message>
        <source>at most %1 of %2</source>
        <translation>at most %1 of %2</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>at most %1</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>It lies in, 19 times in 20</source>
        <translation>It lies in, 19 times in 20</translation>
    </message>
    <message>
        <source>Best time, by people’s own clocks: %1 (%2 read); others are within chance.</source>
        <translation>Best time, by people’s own clocks: %1 (%2 read); others are within chance.</translation>
    </message>
    <message>
        <source>Best time, by people’s own clocks: %1 (%2 read).</source>
        <translation>Best time, by people’s own clocks: %1 (%2 read).</translation>
    </message>
    <message>
        <source>Too few people for a best time.</source>
        <translation>Too few people for a best time.</translation>
    </message>
    <message>
        <source>%1 people are left out of it: their own time is not known.</source>
        <translation>%1 people are left out of it: their own time is not known.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>No message left in this period.</source>
        <translation>No message left in this period.</translation>
    </message>
    <message>
        <source>The first day; else twelve weeks before the last.</source>
        <translation>The first day; else twelve weeks before the last.</translation>
    </message>
    <message>
        <source>The last day; else today.</source>
        <translation>The last day; else today.</translation>
    </message>
    <message>
        <source>The steps of the trend; else what suits.</source>
        <translation>The steps of the trend; else what suits.</translation>
    </message>
    <message>
        <source>Only campaigns with this template.</source>
        <translation>Only campaigns with this template.</translation>
    </message>
    <message>
        <source>Only the template in this language.</source>
        <translation>Only the template in this language.</translation>
    </message>
    <message>
        <source>Only people with this tag.</source>
        <translation>Only people with this tag.</translation>
    </message>
    <message>
        <source>Only what this account sent.</source>
        <translation>Only what this account sent.</translation>
    </message>
    <message>
        <source>Only this campaign.</source>
        <translation>Only this campaign.</translation>
    </message>
    <message>
        <source>Only this counts as failed, in the campaigns in which it happened.</source>
        <translation>Only this counts as failed, in the campaigns in which it happened.</translation>
    </message>
    <message>
        <source>What campaigns achieved over time: people by the day on which their message left.</source>
        <translation>What campaigns achieved over time: people by the day on which their message left.</translation>
    </message>
    <message>
        <source>The same as CSV files, one for each table.</source>
        <translation>The same as CSV files, one for each table.</translation>
    </message>
    <message>
        <source>Where to; made if it is not there.</source>
        <translation>Where to; made if it is not there.</translation>
    </message>
    <message>
        <source>Cost of what was delivered on these days: %1</source>
        <translation>Cost of what was delivered on these days: %1</translation>
    </message>
    <message>
        <source>Free of charge: %1 messages</source>
        <translation>Free of charge: %1 messages</translation>
    </message>
    <message>
        <source>No rate card tells the price of %1 messages.</source>
        <translation>No rate card tells the price of %1 messages.</translation>
    </message>
    <message>
        <source>Days are those of the workspace’s time zone, hours those of people’s own clocks. An interval holds the true share 19 times in 20. Costs are those of what Meta delivered on these days.</source>
        <translation>Days are those of the workspace’s time zone, hours those of people’s own clocks. An interval holds the true share 19 times in 20. Costs are those of what Meta delivered on these days.</translation>
    </message>
</context>
<context>
    <name>AnalyticsDesk</name>
    <message>
        <source>The period ends before it begins.</source>
        <translation>The period ends before it begins.</translation>
    </message>
    <message>
        <source>Nobody has the tag “%1”.</source>
        <translation>Nobody has the tag “%1”.</translation>
    </message>
    <message>
        <source>No campaign uses the template “%1”.</source>
        <translation>No campaign uses the template “%1”.</translation>
    </message>
    <message>
        <source>There is no campaign %1.</source>
        <translation>There is no campaign %1.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose another one.</source>
        <translation>The folder %1 cannot be made. Choose another one.</translation>
    </message>
</context>
<context>
    <name>AnalyticsFilterBar</name>
    <message>
        <source>Only</source>
        <translation>Only</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Show everything</translation>
    </message>
    <message>
        <source>Take off the filter “%1”</source>
        <translation>Take off the filter “%1”</translation>
    </message>
</context>
<context>
    <name>AnalyticsPage</name>
    <message>
        <source>Analytics</source>
        <translation>Analytics</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Report…</translation>
    </message>
    <message>
        <source>Templates: read rate</source>
        <translation>Templates: read rate</translation>
    </message>
    <message>
        <source>Campaigns: read rate</source>
        <translation>Campaigns: read rate</translation>
    </message>
    <message>
        <source>Last 12 weeks</source>
        <translation>Last 12 weeks</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Last 12 months</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>Days of your own…</source>
        <translation>Days of your own…</translation>
    </message>
    <message>
        <source>Steps that suit the length</source>
        <translation>Steps that suit the length</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>By day</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>By week</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>By month</translation>
    </message>
    <message>
        <source>the bar is where the true rate lies, 19 times in 20</source>
        <translation>the bar is where the true rate lies, 19 times in 20</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>Trends</translation>
    </message>
    <message>
        <source>Why messages failed</source>
        <translation>Why messages failed</translation>
    </message>
    <message>
        <source>Best time to send</source>
        <translation>Best time to send</translation>
    </message>
    <message>
        <source>Campaigns side by side</source>
        <translation>Campaigns side by side</translation>
    </message>
    <message>
        <source>Use of the messaging limit</source>
        <translation>Use of the messaging limit</translation>
    </message>
    <message>
        <source>most people written to in any 24 hours, at most</source>
        <translation>most people written to in any 24 hours, at most</translation>
    </message>
    <message>
        <source>The figures are being counted.</source>
        <translation>The figures are being counted.</translation>
    </message>
    <message>
        <source>Those below are the ones from before.</source>
        <translation>Those below are the ones from before.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>The figures could not be read</source>
        <translation>The figures could not be read</translation>
    </message>
    <message>
        <source>The figures could not be read.</source>
        <translation>The figures could not be read.</translation>
    </message>
    <message>
        <source>No campaigns yet</source>
        <translation>No campaigns yet</translation>
    </message>
    <message>
        <source>Nothing to count yet</source>
        <translation>Nothing to count yet</translation>
    </message>
    <message>
        <source>After your first campaign, this shows how many people read it, which template does best, and when to send.</source>
        <translation>After your first campaign, this shows how many people read it, which template does best, and when to send.</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>New campaign</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>All accounts</translation>
    </message>
    <message>
        <source>All templates</source>
        <translation>All templates</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>All tags</translation>
    </message>
    <message>
        <source>No message left in this period.</source>
        <translation>No message left in this period.</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 in all</translation>
    </message>
    <message>
        <source>Nobody. Everything that left was accepted.</source>
        <translation>Nobody. Everything that left was accepted.</translation>
    </message>
    <message>
        <source>Nobody was written to in this period.</source>
        <translation>Nobody was written to in this period.</translation>
    </message>
    <message>
        <source>Choose one to compare it with the best of the others.</source>
        <translation>Choose one to compare it with the best of the others.</translation>
    </message>
    <message>
        <source>No campaign left in this period.</source>
        <translation>No campaign left in this period.</translation>
    </message>
    <message>
        <source>Cost by country and category</source>
        <translation>Cost by country and category</translation>
    </message>
</context>
<context>
    <name>AnalyticsTotals</name>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Responded</source>
        <translation>Responded</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Opted out</translation>
    </message>
    <message>
        <source>of %1 tried</source>
        <translation>of %1 tried</translation>
    </message>
    <message>
        <source>%1 of those who got a message opted out within a week: %2.</source>
        <translation>%1 of those who got a message opted out within a week: %2.</translation>
    </message>
</context>
<context>
    <name>AnalyticsWords</name>
    <message>
        <source>d MMM</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Responded</source>
        <translation>Responded</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Opted out</translation>
    </message>
    <message>
        <source>Read rate</source>
        <translation>Read rate</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>At least</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>At most</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>A period: &quot;31 Aug to 19 Nov 2026&quot;</extracomment>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <extracomment>One day on a chart (Qt date format)</extracomment>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <extracomment>A week on a chart; %1 is its first day</extracomment>
        <translation>Week of %1</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>A month on a chart (Qt date format)</extracomment>
        <translation>MMMM yyyy</translation>
    </message>
    <message numerus="yes">
        <source>%n days, %1 time.</source>
        <translation>
            <numerusform>%n day, %1 time.</numerusform>
            <numerusform>%n days, %1 time.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Today is not over: dotted lines</source>
        <translation>%1 Today is not over: dotted lines</translation>
    </message>
    <message>
        <source>%1 The current week is not over: dotted lines</source>
        <translation>%1 The current week is not over: dotted lines</translation>
    </message>
    <message>
        <source>%1 The current month is not over: dotted lines</source>
        <translation>%1 The current month is not over: dotted lines</translation>
    </message>
    <message>
        <source>people a day, by the day their message left</source>
        <translation>people a day, by the day their message left</translation>
    </message>
    <message>
        <source>people a week, by the day their message left</source>
        <translation>people a week, by the day their message left</translation>
    </message>
    <message>
        <source>people a month, by the day their message left</source>
        <translation>people a month, by the day their message left</translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <extracomment>An hour of the week: &quot;Wednesday 18:00 to 19:00&quot;</extracomment>
        <translation>%1 %2 to %3</translation>
    </message>
    <message>
        <source>% read, by people’s own hour. Too few people yet</source>
        <translation>% read, by people’s own hour. Too few people yet</translation>
    </message>
    <message>
        <source>% read, by people’s own hour. The top hours are within chance</source>
        <translation>% read, by people’s own hour. The top hours are within chance</translation>
    </message>
    <message>
        <source>% read, by people’s own hour</source>
        <translation>% read, by people’s own hour</translation>
    </message>
    <message>
        <source>%1 · %2 delivered</source>
        <extracomment>Under a template: its language, and how many got it</extracomment>
        <translation>%1 · %2 delivered</translation>
    </message>
    <message>
        <source>%1 delivered</source>
        <translation>%1 delivered</translation>
    </message>
    <message>
        <source>nobody got it</source>
        <translation>nobody got it</translation>
    </message>
    <message>
        <source>%1 of %2, truly between %3 and %4</source>
        <translation>%1 of %2, truly between %3 and %4</translation>
    </message>
    <message>
        <source>%1; too few to tell</source>
        <translation>%1; too few to tell</translation>
    </message>
    <message>
        <source>too few people to tell</source>
        <translation>too few people to tell</translation>
    </message>
    <message>
        <source>as it should be</source>
        <translation>as it should be</translation>
    </message>
    <message>
        <source>more than 1 in 200: watch it</source>
        <translation>more than 1 in 200: watch it</translation>
    </message>
    <message>
        <source>more than 1 in 100: too many</source>
        <translation>more than 1 in 100: too many</translation>
    </message>
    <message>
        <source>Error %1</source>
        <translation>Error %1</translation>
    </message>
    <message>
        <source>“%1” and “%2”: the difference is within chance</source>
        <translation>“%1” and “%2”: the difference is within chance</translation>
    </message>
    <message>
        <source>“%1” was read more than “%2”, by %3 to %4 points</source>
        <translation>“%1” was read more than “%2”, by %3 to %4 points</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Failed: %1</translation>
    </message>
    <message>
        <source>Campaign %1</source>
        <translation>Campaign %1</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Hour</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Most people in 24 hours</source>
        <translation>Most people in 24 hours</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>%1 in all, by the day of delivery</source>
        <translation>%1 in all, by the day of delivery</translation>
    </message>
    <message numerus="yes">
        <source>No rate card tells the price of %Ln message(s).</source>
        <translation>
            <numerusform>No rate card tells the price of %Ln message.</numerusform>
            <numerusform>No rate card tells the price of %Ln messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) were free of charge.</source>
        <translation>
            <numerusform>%Ln message was free of charge.</numerusform>
            <numerusform>%Ln messages were free of charge.</numerusform>
        </translation>
    </message>
    <message>
        <source>Costs are those of all hours.</source>
        <translation>Costs are those of all hours.</translation>
    </message>
    <message>
        <source>No rate card tells what was charged. Import Meta’s card in Settings, Rates.</source>
        <translation>No rate card tells what was charged. Import Meta’s card in Settings, Rates.</translation>
    </message>
    <message>
        <source>All that was delivered was free of charge.</source>
        <translation>All that was delivered was free of charge.</translation>
    </message>
    <message>
        <source>Meta has told no price in this period.</source>
        <translation>Meta has told no price in this period.</translation>
    </message>
    <message>
        <source>Country and category</source>
        <translation>Country and category</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Cost in %1</source>
        <extracomment>The head of a column; %1 is the code of a currency</extracomment>
        <translation>Cost in %1</translation>
    </message>
    <message>
        <source>Unknown country</source>
        <translation>Unknown country</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a country and a category</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>AnswersPanel</name>
    <message>
        <source>Back to the usual words</source>
        <translation>Back to the usual words</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>What becomes of what people write back.</source>
        <translation>What becomes of what people write back.</translation>
    </message>
    <message>
        <source>Who answers with one of these is written to no more</source>
        <translation>Who answers with one of these is written to no more</translation>
    </message>
    <message>
        <source>One answer a line. It has to be the whole answer; case, accents and punctuation do not matter. A campaign that is sending leaves the person out at once. Left empty, the usual words count.</source>
        <translation>One answer a line. It has to be the whole answer; case, accents and punctuation do not matter. A campaign that is sending leaves the person out at once. Left empty, the usual words count.</translation>
    </message>
    <message>
        <source>Hours in which an answer counts for a campaign</source>
        <translation>Hours in which an answer counts for a campaign</translation>
    </message>
    <message>
        <source>Most answers say which message they answer. One that does not counts for the latest campaign that wrote to the person in so many hours.</source>
        <translation>Most answers say which message they answer. One that does not counts for the latest campaign that wrote to the person in so many hours.</translation>
    </message>
</context>
<context>
    <name>Arguments</name>
    <message>
        <source>There is no option --%1 here.</source>
        <translation>There is no option --%1 here.</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation>--%1 takes no value.</translation>
    </message>
    <message>
        <source>--%1 needs a value: --%1 %2</source>
        <translation>--%1 needs a value: --%1 %2</translation>
    </message>
    <message>
        <source>--%1 was given twice.</source>
        <translation>--%1 was given twice.</translation>
    </message>
    <message>
        <source>“%1” is one value too many.</source>
        <translation>“%1” is one value too many.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 is missing.</translation>
    </message>
    <message>
        <source>--%1 is missing.</source>
        <translation>--%1 is missing.</translation>
    </message>
</context>
<context>
    <name>ArmedState</name>
    <message>
        <source>The folder %1 cannot be written. Fanfare remembers there which workspaces are its own; set XDG_STATE_HOME to name another one.</source>
        <translation>The folder %1 cannot be written. Fanfare remembers there which workspaces are its own; set XDG_STATE_HOME to name another one.</translation>
    </message>
    <message>
        <source>This workspace was copied, restored or brought from another computer, so nothing is sent from it until you say so. Make sure that the original does not send as well, then arm it: fanfare-cli workspace arm</source>
        <translation>This workspace was copied, restored or brought from another computer, so nothing is sent from it until you say so. Make sure that the original does not send as well, then arm it: fanfare-cli workspace arm</translation>
    </message>
</context>
<context>
    <name>Attributes</name>
    <message>
        <source>A number, such as %1</source>
        <translation>A number, such as %1</translation>
    </message>
    <message>
        <source>A date, such as %1</source>
        <translation>A date, such as %1</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
</context>
<context>
    <name>Audience</name>
    <message>
        <source>There is no phone number in this row</source>
        <translation>There is no phone number in this row</translation>
    </message>
    <message>
        <source>There is no phone number in this cell</source>
        <translation>There is no phone number in this cell</translation>
    </message>
    <message>
        <source>No such number exists</source>
        <translation>No such number exists</translation>
    </message>
    <message>
        <source>No such number exists in %1</source>
        <translation>No such number exists in %1</translation>
    </message>
    <message>
        <source>The country is missing: write + and the country&apos;s code first</source>
        <translation>The country is missing: write + and the country&apos;s code first</translation>
    </message>
    <message numerus="yes">
        <source>%Ln digit(s) missing for a number in %1</source>
        <translation>
            <numerusform>%Ln digit missing for a number in %1</numerusform>
            <numerusform>%Ln digits missing for a number in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Too short for a phone number</source>
        <translation>Too short for a phone number</translation>
    </message>
    <message numerus="yes">
        <source>%Ln digit(s) too many for a number in %1</source>
        <translation>
            <numerusform>%Ln digit too many for a number in %1</numerusform>
            <numerusform>%Ln digits too many for a number in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Too long for a phone number</source>
        <translation>Too long for a phone number</translation>
    </message>
    <message>
        <source>More than one number in this cell; keep one</source>
        <translation>More than one number in this cell; keep one</translation>
    </message>
    <message>
        <source>Excel shortened this number; its last digits are lost</source>
        <translation>Excel shortened this number; its last digits are lost</translation>
    </message>
    <message>
        <source>These letters cannot be read in the chosen encoding</source>
        <translation>These letters cannot be read in the chosen encoding</translation>
    </message>
    <message>
        <source>A value that the template needs is empty, and no default is set</source>
        <translation>A value that the template needs is empty, and no default is set</translation>
    </message>
    <message>
        <source>A quotation mark opens here and never closes</source>
        <translation>A quotation mark opens here and never closes</translation>
    </message>
    <message>
        <source>This row cannot be used (%1)</source>
        <translation>This row cannot be used (%1)</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Pasted text</translation>
    </message>
    <message>
        <source>Not in this file</source>
        <translation>Not in this file</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Column %1</translation>
    </message>
    <message>
        <source>Column %1 · %2</source>
        <extracomment>A column of a file by its letter and its heading: &quot;Column B · Phone&quot;</extracomment>
        <translation>Column %1 · %2</translation>
    </message>
    <message>
        <source>Duplicate of row %1; the first one is kept</source>
        <translation>Duplicate of row %1; the first one is kept</translation>
    </message>
    <message>
        <source>Already in this campaign</source>
        <translation>Already in this campaign</translation>
    </message>
    <message>
        <source>On the do-not-send list</source>
        <translation>On the do-not-send list</translation>
    </message>
    <message>
        <source>same as row %1</source>
        <translation>same as row %1</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>already there</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>no number</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>not readable</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Invalid</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Opted out</translation>
    </message>
    <message>
        <source>Unknown time zone; write it by its place, as in Europe/Madrid</source>
        <translation>Unknown time zone; write it by its place, as in Europe/Madrid</translation>
    </message>
</context>
<context>
    <name>AudienceCheckPanel</name>
    <message>
        <source>Choose a better file</source>
        <translation>Choose a better file</translation>
    </message>
    <message>
        <source>Fix the number</source>
        <translation>Fix the number</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Reading %1</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln rows are listed; all of them are counted.</source>
        <translation>
            <numerusform>The first row is listed; all of them are counted.</numerusform>
            <numerusform>The first %Ln rows are listed; all of them are counted.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 cannot be read</translation>
    </message>
    <message>
        <source>Name, phone or row</source>
        <translation>Name, phone or row</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>Rows of the file</translation>
    </message>
    <message numerus="yes">
        <source>Save the %Ln rows…</source>
        <translation>
            <numerusform>Save the row…</numerusform>
            <numerusform>Save the %Ln rows…</numerusform>
        </translation>
    </message>
    <message>
        <source>No column with phone numbers was found.</source>
        <translation>No column with phone numbers was found.</translation>
    </message>
    <message>
        <source>Choose it below under “Phone”.</source>
        <translation>Choose it below under “Phone”.</translation>
    </message>
    <message>
        <source>Nobody in this file can be used.</source>
        <translation>Nobody in this file can be used.</translation>
    </message>
    <message>
        <source>Check the column and the country below, or fix the numbers one by one.</source>
        <translation>Check the column and the country below, or fix the numbers one by one.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln numbers cannot be used.</source>
        <translation>
            <numerusform>%Ln number cannot be used.</numerusform>
            <numerusform>%Ln numbers cannot be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fix them here, or go on without them: the other %Ln people are ready.</source>
        <translation>
            <numerusform>Fix them here, or go on without them: one other person is ready.</numerusform>
            <numerusform>Fix them here, or go on without them: the other %Ln people are ready.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln people are ready.</source>
        <translation>
            <numerusform>%Ln person is ready.</numerusform>
            <numerusform>All %Ln people are ready.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each number is used once.</source>
        <translation>Each number is used once.</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Choose another file…</translation>
    </message>
    <message>
        <source>Do without it</source>
        <translation>Do without it</translation>
    </message>
</context>
<context>
    <name>AudienceChooser</name>
    <message>
        <source>Choose a file…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Paste numbers…</source>
        <translation>Paste numbers…</translation>
    </message>
    <message>
        <source>Add one person…</source>
        <translation>Add one person…</translation>
    </message>
    <message>
        <source>Who gets this campaign?</source>
        <translation>Who gets this campaign?</translation>
    </message>
    <message>
        <source>From your contacts…</source>
        <translation>From your contacts…</translation>
    </message>
    <message>
        <source>Drop a CSV, Excel or vCard file here, or paste cells of a spreadsheet. Every number is checked before anybody is added, and you see each row with its result.</source>
        <translation>Drop a CSV, Excel or vCard file here, or paste cells of a spreadsheet. Every number is checked before anybody is added, and you see each row with its result.</translation>
    </message>
</context>
<context>
    <name>AudienceDialog</name>
    <message>
        <source>Who of your contacts gets this campaign?</source>
        <translation>Who of your contacts gets this campaign?</translation>
    </message>
    <message>
        <source>Whoever opted out gets nothing, whatever you choose.</source>
        <translation>Whoever opted out gets nothing, whatever you choose.</translation>
    </message>
    <message>
        <source>Everybody who agreed</source>
        <translation>Everybody who agreed</translation>
    </message>
    <message>
        <source>With a recorded opt-in</source>
        <translation>With a recorded opt-in</translation>
    </message>
    <message>
        <source>A segment</source>
        <translation>A segment</translation>
    </message>
    <message>
        <source>Its people when the campaign is sent</source>
        <translation>Its people when the campaign is sent</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>A tag</source>
        <translation>A tag</translation>
    </message>
    <message>
        <source>No contact has one yet</source>
        <translation>No contact has one yet</translation>
    </message>
    <message>
        <source>Whoever has it by then</source>
        <translation>Whoever has it by then</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>People of an earlier campaign</source>
        <translation>People of an earlier campaign</translation>
    </message>
    <message>
        <source>None has been sent yet</source>
        <translation>None has been sent yet</translation>
    </message>
    <message>
        <source>By what became of its message</source>
        <translation>By what became of its message</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>Which of its people</source>
        <translation>Which of its people</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Take them</source>
        <translation>Take them</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people now</source>
        <translation>
            <numerusform>%Ln person now</numerusform>
            <numerusform>%Ln people now</numerusform>
        </translation>
    </message>
    <message>
        <source>There is none yet: make one with “Segments…”</source>
        <translation>There is none yet: make one with “Segments…”</translation>
    </message>
    <message>
        <source>Segments…</source>
        <translation>Segments…</translation>
    </message>
    <message>
        <source>Make a segment, or change one</source>
        <translation>Make a segment, or change one</translation>
    </message>
</context>
<context>
    <name>AudienceReading</name>
    <message>
        <source>The extension was left out</source>
        <translation>The extension was left out</translation>
    </message>
    <message>
        <source>The area code may be missing</source>
        <translation>The area code may be missing</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>“%1” cannot be written.</source>
        <translation>“%1” cannot be written.</translation>
    </message>
    <message>
        <source>“%1” is not a backup of Fanfare, or it is damaged. Nothing was changed.</source>
        <translation>“%1” is not a backup of Fanfare, or it is damaged. Nothing was changed.</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>There is no file “%1”.</translation>
    </message>
    <message>
        <source>“%1” exists already.</source>
        <translation>“%1” exists already.</translation>
    </message>
</context>
<context>
    <name>BackupController</name>
    <message>
        <source>Backup of Fanfare (*.fanfare)</source>
        <translation>Backup of Fanfare (*.fanfare)</translation>
    </message>
    <message>
        <source>Back up the workspace</source>
        <translation>Back up the workspace</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Backing up…</translation>
    </message>
    <message>
        <source>Backed up as %1</source>
        <translation>Backed up as %1</translation>
    </message>
    <message>
        <source>The workspace was not backed up</source>
        <translation>The workspace was not backed up</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <source>Workspace as it was before a restore (*.sqlite)</source>
        <translation>Workspace as it was before a restore (*.sqlite)</translation>
    </message>
    <message>
        <source>Restore this backup?</source>
        <translation>Restore this backup?</translation>
    </message>
    <message>
        <source>Everything in this workspace becomes what it was when “%1” was made. What is here now is kept beside it as a backup of its own. Nothing is sent afterwards until you say so.</source>
        <translation>Everything in this workspace becomes what it was when “%1” was made. What is here now is kept beside it as a backup of its own. Nothing is sent afterwards until you say so.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>BookingReader</name>
    <message>
        <source>“%1” is no field of a booking: phone, amount, date, currency or reference.</source>
        <translation>“%1” is no field of a booking: phone, amount, date, currency or reference.</translation>
    </message>
    <message>
        <source>There is no column “%1”.</source>
        <translation>There is no column “%1”.</translation>
    </message>
    <message>
        <source>No heading says which column is the %1. Say it: --map %1=COLUMN</source>
        <translation>No heading says which column is the %1. Say it: --map %1=COLUMN</translation>
    </message>
    <message>
        <source>This row cannot be read as text.</source>
        <translation>This row cannot be read as text.</translation>
    </message>
    <message>
        <source>This is no phone number that can be read in one way only.</source>
        <translation>This is no phone number that can be read in one way only.</translation>
    </message>
    <message>
        <source>This is no currency.</source>
        <translation>This is no currency.</translation>
    </message>
    <message>
        <source>This is no day that can be read in one way only. Write it like 2026-11-27.</source>
        <translation>This is no day that can be read in one way only. Write it like 2026-11-27.</translation>
    </message>
    <message>
        <source>The file has more than %L1 rows.</source>
        <translation>The file has more than %L1 rows.</translation>
    </message>
</context>
<context>
    <name>BrakeField</name>
    <message>
        <source>Pause when more than</source>
        <translation>Pause when more than</translation>
    </message>
    <message>
        <source> %</source>
        <comment>behind a number of percent</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>Percent that may fail</source>
        <translation>Percent that may fail</translation>
    </message>
    <message>
        <source>Of how many messages</source>
        <translation>Of how many messages</translation>
    </message>
    <message>
        <source>You are told at once, and nothing more leaves until you resume.</source>
        <translation>You are told at once, and nothing more leaves until you resume.</translation>
    </message>
    <message>
        <source>of the last</source>
        <translation>of the last</translation>
    </message>
    <message>
        <source>messages fail</source>
        <translation>messages fail</translation>
    </message>
</context>
<context>
    <name>BrakeWatch</name>
    <message>
        <source>Look at the failed recipients and their reasons, correct the list or the campaign, then resume.</source>
        <translation>Look at the failed recipients and their reasons, correct the list or the campaign, then resume.</translation>
    </message>
    <message numerus="yes">
        <source>%n people in a row were refused for the same reason: %1</source>
        <extracomment>%n people; %1 is the reason, a whole sentence</extracomment>
        <translation>
            <numerusform>%n person was refused for this reason: %1</numerusform>
            <numerusform>%n people in a row were refused for the same reason: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of the last %2 people were refused.</source>
        <translation>%1 of the last %2 people were refused.</translation>
    </message>
</context>
<context>
    <name>BubbleDelegate</name>
    <message>
        <source>%1 · on its way</source>
        <translation>%1 · on its way</translation>
    </message>
    <message>
        <source>%1 · no longer at WhatsApp</source>
        <translation>%1 · no longer at WhatsApp</translation>
    </message>
</context>
<context>
    <name>BudgetController</name>
    <message>
        <source>The budget cannot be changed</source>
        <translation>The budget cannot be changed</translation>
    </message>
    <message>
        <source>The budget was not changed</source>
        <translation>The budget was not changed</translation>
    </message>
    <message>
        <source>The budget is %1 now</source>
        <translation>The budget is %1 now</translation>
    </message>
    <message>
        <source>There is no budget any more</source>
        <translation>There is no budget any more</translation>
    </message>
</context>
<context>
    <name>BudgetDialog</name>
    <message>
        <source>What may “%1” cost?</source>
        <translation>What may “%1” cost?</translation>
    </message>
    <message>
        <source>Messages that left already count, also those of which nobody knows whether they arrived.</source>
        <translation>Messages that left already count, also those of which nobody knows whether they arrived.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Keep this and resume</source>
        <translation>Keep this and resume</translation>
    </message>
    <message>
        <source>Keep this budget</source>
        <translation>Keep this budget</translation>
    </message>
</context>
<context>
    <name>BudgetField</name>
    <message>
        <source>Spend at most</source>
        <translation>Spend at most</translation>
    </message>
    <message>
        <source>What the campaign may cost</source>
        <translation>What the campaign may cost</translation>
    </message>
    <message>
        <source>The campaign pauses before this is passed, to the message.</source>
        <translation>The campaign pauses before this is passed, to the message.</translation>
    </message>
    <message>
        <source>A budget needs Meta&apos;s rate card: import it in Settings, Rates.</source>
        <translation>A budget needs Meta&apos;s rate card: import it in Settings, Rates.</translation>
    </message>
</context>
<context>
    <name>CampaignCommands</name>
    <message>
        <source>The campaign was not sent</source>
        <translation>The campaign was not sent</translation>
    </message>
    <message>
        <source>The campaign was not paused</source>
        <translation>The campaign was not paused</translation>
    </message>
    <message>
        <source>Sending was not resumed</source>
        <translation>Sending was not resumed</translation>
    </message>
    <message>
        <source>The campaign was not cancelled</source>
        <translation>The campaign was not cancelled</translation>
    </message>
    <message>
        <source>Nobody was tried again</source>
        <translation>Nobody was tried again</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are tried again</source>
        <translation>
            <numerusform>%Ln person is tried again</numerusform>
            <numerusform>%Ln people are tried again</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them may be tried again</source>
        <translation>None of them may be tried again</translation>
    </message>
    <message>
        <source>Nothing was settled</source>
        <translation>Nothing was settled</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unconfirmed messages are settled</source>
        <translation>
            <numerusform>%Ln unconfirmed message is settled</numerusform>
            <numerusform>%Ln unconfirmed messages are settled</numerusform>
        </translation>
    </message>
    <message>
        <source>The campaign was not copied</source>
        <translation>The campaign was not copied</translation>
    </message>
    <message>
        <source>The follow-up was not made</source>
        <translation>The follow-up was not made</translation>
    </message>
    <message>
        <source>The campaign was not deleted</source>
        <translation>The campaign was not deleted</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>“%1” was deleted</translation>
    </message>
    <message>
        <source>Campaign %1: %2</source>
        <translation>Campaign %1: %2</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplicates</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Opted out</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>People of an earlier campaign; with --who.</source>
        <translation>People of an earlier campaign; with --who.</translation>
    </message>
    <message>
        <source>Send it at this time, like 2026-12-24T18:00:00Z.</source>
        <translation>Send it at this time, like 2026-12-24T18:00:00Z.</translation>
    </message>
    <message>
        <source>The name is empty.</source>
        <translation>The name is empty.</translation>
    </message>
    <message>
        <source>That time is in the past.</source>
        <translation>That time is in the past.</translation>
    </message>
    <message>
        <source>The draft %1 could not be deleted again.</source>
        <translation>The draft %1 could not be deleted again.</translation>
    </message>
    <message>
        <source>The template has no variable “%1”. It has: %2</source>
        <translation>The template has no variable “%1”. It has: %2</translation>
    </message>
    <message>
        <source>%1 has opted out.</source>
        <translation>%1 has opted out.</translation>
    </message>
    <message>
        <source>%1 is added.</source>
        <translation>%1 is added.</translation>
    </message>
    <message>
        <source>%1 is in the campaign already.</source>
        <translation>%1 is in the campaign already.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) removed.</source>
        <translation>
            <numerusform>%n person removed.</numerusform>
            <numerusform>%n people removed.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not the status of a campaign.</source>
        <translation>“%1” is not the status of a campaign.</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Created</translation>
    </message>
    <message>
        <source>“%1” is not the status of a recipient.</source>
        <translation>“%1” is not the status of a recipient.</translation>
    </message>
    <message>
        <source>“%1” is not a cursor.</source>
        <translation>“%1” is not a cursor.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Tries</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>%1 s for half of them, %2 s for nine of ten</source>
        <translation>%1 s for half of them, %2 s for nine of ten</translation>
    </message>
    <message>
        <source>Delivered after</source>
        <translation>Delivered after</translation>
    </message>
    <message>
        <source>Read after</source>
        <translation>Read after</translation>
    </message>
    <message>
        <source>Answered after</source>
        <translation>Answered after</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>It takes until %1.</source>
        <translation>It takes until %1.</translation>
    </message>
    <message>
        <source>Meta accepted the test message.</source>
        <translation>Meta accepted the test message.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) changed.</source>
        <translation>
            <numerusform>%n person changed.</numerusform>
            <numerusform>%n people changed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say --resend (someone may get it twice) or --accept (count them as sent).</source>
        <translation>Say --resend (someone may get it twice) or --accept (count them as sent).</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>Scheduled for</source>
        <translation>Scheduled for</translation>
    </message>
    <message>
        <source>Delivery rate</source>
        <translation>Delivery rate</translation>
    </message>
    <message>
        <source>Read rate</source>
        <translation>Read rate</translation>
    </message>
    <message>
        <source>Response rate</source>
        <translation>Response rate</translation>
    </message>
    <message>
        <source>Country of numbers without a country code: ES, IN …</source>
        <translation>Country of numbers without a country code: ES, IN …</translation>
    </message>
    <message>
        <source>Makes a draft, or schedules it.</source>
        <translation>Makes a draft, or schedules it.</translation>
    </message>
    <message>
        <source>Adds a person to a draft.</source>
        <translation>Adds a person to a draft.</translation>
    </message>
    <message>
        <source>With its country code.</source>
        <translation>With its country code.</translation>
    </message>
    <message>
        <source>The person&apos;s name.</source>
        <translation>The person&apos;s name.</translation>
    </message>
    <message>
        <source>A variable&apos;s value.</source>
        <translation>A variable&apos;s value.</translation>
    </message>
    <message>
        <source>Takes people out of a draft.</source>
        <translation>Takes people out of a draft.</translation>
    </message>
    <message>
        <source>All campaigns, the newest first.</source>
        <translation>All campaigns, the newest first.</translation>
    </message>
    <message>
        <source>Only those: draft, scheduled, sending …</source>
        <translation>Only those: draft, scheduled, sending …</translation>
    </message>
    <message>
        <source>One campaign with its counts.</source>
        <translation>One campaign with its counts.</translation>
    </message>
    <message>
        <source>What stands in the way of sending it, and how long it will take.</source>
        <translation>What stands in the way of sending it, and how long it will take.</translation>
    </message>
    <message>
        <source>Sends one message to your own phone, outside the statistics.</source>
        <translation>Sends one message to your own phone, outside the statistics.</translation>
    </message>
    <message>
        <source>Your number, with its country code.</source>
        <translation>Your number, with its country code.</translation>
    </message>
    <message>
        <source>Nothing new leaves.</source>
        <translation>Nothing new leaves.</translation>
    </message>
    <message>
        <source>Goes on after a pause or a failure.</source>
        <translation>Goes on after a pause or a failure.</translation>
    </message>
    <message>
        <source>Ends it for good.</source>
        <translation>Ends it for good.</translation>
    </message>
    <message>
        <source>Deletes it with its people and history.</source>
        <translation>Deletes it with its people and history.</translation>
    </message>
    <message>
        <source>A draft with the same settings and people.</source>
        <translation>A draft with the same settings and people.</translation>
    </message>
    <message>
        <source>Sends it at a time, like 2026-12-24T18:00:00Z.</source>
        <translation>Sends it at a time, like 2026-12-24T18:00:00Z.</translation>
    </message>
    <message>
        <source>The people of a campaign and what became of each.</source>
        <translation>The people of a campaign and what became of each.</translation>
    </message>
    <message>
        <source>Only those: sent, failed, unconfirmed …</source>
        <translation>Only those: sent, failed, unconfirmed …</translation>
    </message>
    <message>
        <source>A part of the number or the name.</source>
        <translation>A part of the number or the name.</translation>
    </message>
    <message>
        <source>So many at most; else all.</source>
        <translation>So many at most; else all.</translation>
    </message>
    <message>
        <source>Those after this one.</source>
        <translation>Those after this one.</translation>
    </message>
    <message>
        <source>Rates, times, errors and the figures of each hour.</source>
        <translation>Rates, times, errors and the figures of each hour.</translation>
    </message>
    <message>
        <source>What happened, in words.</source>
        <translation>What happened, in words.</translation>
    </message>
    <message>
        <source>Tries failed people again, those that may be retried.</source>
        <translation>Tries failed people again, those that may be retried.</translation>
    </message>
    <message>
        <source>Settles people whose message may or may not have gone out.</source>
        <translation>Settles people whose message may or may not have gone out.</translation>
    </message>
    <message>
        <source>Send again: someone may get it twice.</source>
        <translation>Send again: someone may get it twice.</translation>
    </message>
    <message>
        <source>Count them as sent.</source>
        <translation>Count them as sent.</translation>
    </message>
    <message>
        <source>Only those in doubt for so long; else 10m.</source>
        <translation>Only those in doubt for so long; else 10m.</translation>
    </message>
    <message>
        <source>People can be added to a draft only.</source>
        <translation>People can be added to a draft only.</translation>
    </message>
    <message>
        <source>There is no campaign here yet. Make one: fanfare-cli campaign create</source>
        <translation>There is no campaign here yet. Make one: fanfare-cli campaign create</translation>
    </message>
    <message>
        <source>It leaves while Fanfare is open or fanfare-cli campaign run runs, up to two hours after its time. Later it is paused as missed and waits for your word: fanfare-cli campaign resume %1, or campaign schedule %1 TIME</source>
        <translation>It leaves while Fanfare is open or fanfare-cli campaign run runs, up to two hours after its time. Later it is paused as missed and waits for your word: fanfare-cli campaign resume %1, or campaign schedule %1 TIME</translation>
    </message>
    <message>
        <source>The campaign got no other time</source>
        <translation>The campaign got no other time</translation>
    </message>
    <message>
        <source>A file with the people: CSV, XLSX or vCard.</source>
        <translation>A file with the people: CSV, XLSX or vCard.</translation>
    </message>
    <message>
        <source>Storing</source>
        <translation>Storing</translation>
    </message>
    <message>
        <source>%1 · %2/s · %3 s left</source>
        <extracomment>Of an import: rows so far, rows a second, seconds left</extracomment>
        <translation>%1 · %2/s · %3 s left</translation>
    </message>
    <message>
        <source>A tag needs a name.</source>
        <translation>A tag needs a name.</translation>
    </message>
    <message>
        <source>--opted-in-at needs --opt-in-source: how and where they agreed.</source>
        <translation>--opted-in-at needs --opt-in-source: how and where they agreed.</translation>
    </message>
    <message>
        <source>--known is keep, fill or overwrite, not “%1”.</source>
        <translation>--known is keep, fill or overwrite, not “%1”.</translation>
    </message>
    <message>
        <source>Give everybody in the file this tag.</source>
        <translation>Give everybody in the file this tag.</translation>
    </message>
    <message>
        <source>Everybody in the file agreed to get messages: how and where.</source>
        <translation>Everybody in the file agreed to get messages: how and where.</translation>
    </message>
    <message>
        <source>When they agreed; else now.</source>
        <translation>When they agreed; else now.</translation>
    </message>
    <message>
        <source>What becomes of people who are in the book already: they stay as they are, get what they lack (the default), or get what the file says.</source>
        <translation>What becomes of people who are in the book already: they stay as they are, get what they lack (the default), or get what the file says.</translation>
    </message>
    <message>
        <source>Adds the people of a file to a draft: CSV, XLSX or vCard.</source>
        <translation>Adds the people of a file to a draft: CSV, XLSX or vCard.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them must wait until %1, because Meta asks for that.</source>
        <translation>
            <numerusform>%n of them must wait until %1, because Meta asks for that.</numerusform>
            <numerusform>%n of them must wait until %1, because Meta asks for that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) stay failed, because a second try would not help them. To write to them after all: campaign create --from-campaign %1 --who failed</source>
        <translation>
            <numerusform>%n person stays failed, because a second try would not help them. To write to them after all: campaign create --from-campaign %1 --who failed</numerusform>
            <numerusform>%n people stay failed, because a second try would not help them. To write to them after all: campaign create --from-campaign %1 --who failed</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody in this segment, as it is when the campaign is sent or scheduled.</source>
        <translation>Everybody in this segment, as it is when the campaign is sent or scheduled.</translation>
    </message>
    <message>
        <source>Everybody who has this tag when the campaign is sent or scheduled.</source>
        <translation>Everybody who has this tag when the campaign is sent or scheduled.</translation>
    </message>
    <message>
        <source>Only one of --recipients, --from-segment, --from-tag and --from-campaign can be used at a time.</source>
        <translation>Only one of --recipients, --from-segment, --from-tag and --from-campaign can be used at a time.</translation>
    </message>
    <message>
        <source>The message was on its way already.</source>
        <translation>The message was on its way already.</translation>
    </message>
    <message>
        <source>--who is first, longest, shortest, missing or refused, not “%1”.</source>
        <translation>--who is first, longest, shortest, missing or refused, not “%1”.</translation>
    </message>
    <message>
        <source>Nobody in the campaign is meant by that.</source>
        <translation>Nobody in the campaign is meant by that.</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 of %2: %3</translation>
    </message>
    <message>
        <source>Meta would refuse this message. %1</source>
        <translation>Meta would refuse this message. %1</translation>
    </message>
    <message>
        <source>The message of one person as they would get it.</source>
        <translation>The message of one person as they would get it.</translation>
    </message>
    <message>
        <source>The first of all, who gets the longest or shortest text, the next one for whom a value is missing, or whose message Meta would refuse.</source>
        <translation>The first of all, who gets the longest or shortest text, the next one for whom a value is missing, or whose message Meta would refuse.</translation>
    </message>
    <message>
        <source>The Nth person, or the next one meant from there on.</source>
        <translation>The Nth person, or the next one meant from there on.</translation>
    </message>
    <message>
        <source>The file is an export of %1.</source>
        <translation>The file is an export of %1.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Columns as they were chosen for an earlier file with these headings: %1. Choose others with --map, or let them be guessed anew with --guess-columns.</source>
        <translation>Columns as they were chosen for an earlier file with these headings: %1. Choose others with --map, or let them be guessed anew with --guess-columns.</translation>
    </message>
    <message>
        <source>Ends as soon as everybody is stored. Searches find the same people, but take longer until the window or another import has prepared them.</source>
        <translation>Ends as soon as everybody is stored. Searches find the same people, but take longer until the window or another import has prepared them.</translation>
    </message>
    <message>
        <source>Accepted by Meta; delivery unknown: no delivery events have come since this campaign began.</source>
        <translation>Accepted by Meta; delivery unknown: no delivery events have come since this campaign began.</translation>
    </message>
    <message>
        <source>Meta&apos;s own totals for the template “%1” from %2 to %3, told at %4. They count every message made from it on these days, whoever sent it:</source>
        <translation>Meta&apos;s own totals for the template “%1” from %2 to %3, told at %4. They count every message made from it on these days, whoever sent it:</translation>
    </message>
    <message>
        <source>Clicked</source>
        <translation>Clicked</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Spent</translation>
    </message>
    <message>
        <source>Charged for by Meta: %1 delivered messages (%2)</source>
        <translation>Charged for by Meta: %1 delivered messages (%2)</translation>
    </message>
    <message>
        <source>Free: %1 delivered messages (%2)</source>
        <translation>Free: %1 delivered messages (%2)</translation>
    </message>
    <message>
        <source>Hour from</source>
        <translation>Hour from</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Changes a draft or a scheduled campaign, or the budget of one that is sent.</source>
        <translation>Changes a draft or a scheduled campaign, or the budget of one that is sent.</translation>
    </message>
    <message>
        <source>The version was not sent</source>
        <translation>The version was not sent</translation>
    </message>
    <message>
        <source>Part of a test: fanfare-cli campaign abtest show %1</source>
        <translation>Part of a test: fanfare-cli campaign abtest show %1</translation>
    </message>
    <message numerus="yes">
        <source>A test of %n versions: fanfare-cli campaign abtest show %1</source>
        <translation>
            <numerusform>A test of %n version: fanfare-cli campaign abtest show %1</numerusform>
            <numerusform>A test of %n versions: fanfare-cli campaign abtest show %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Only a draft or a scheduled campaign can be changed.</source>
        <translation>Only a draft or a scheduled campaign can be changed.</translation>
    </message>
    <message>
        <source>Only a draft can become a test.</source>
        <translation>Only a draft can become a test.</translation>
    </message>
</context>
<context>
    <name>CampaignController</name>
    <message>
        <source>The people could not be read</source>
        <translation>The people could not be read</translation>
    </message>
</context>
<context>
    <name>CampaignDesk</name>
    <message>
        <source>There is no access token for this number. Set FANFARE_TOKEN in the environment, or store one: fanfare-cli account set … --token-stdin</source>
        <translation>There is no access token for this number. Set FANFARE_TOKEN in the environment, or store one: fanfare-cli account set … --token-stdin</translation>
    </message>
    <message>
        <source>The campaign cannot be sent: it is %1.</source>
        <translation>The campaign cannot be sent: it is %1.</translation>
    </message>
    <message>
        <source>That time is in the past.</source>
        <translation>That time is in the past.</translation>
    </message>
    <message>
        <source>The campaign cannot be scheduled: it is %1.</source>
        <translation>The campaign cannot be scheduled: it is %1.</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <extracomment>The name of a copied campaign.</extracomment>
        <translation>%1 (copy)</translation>
    </message>
    <message>
        <source>%1 (follow-up)</source>
        <extracomment>The name of a campaign to some people of an earlier one.</extracomment>
        <translation>%1 (follow-up)</translation>
    </message>
    <message>
        <source>People are still being put into this campaign. Try again in a moment.</source>
        <translation>People are still being put into this campaign. Try again in a moment.</translation>
    </message>
    <message>
        <source>These people get the winner of the test “%1”. Choose a version, and they are sent it.</source>
        <translation>These people get the winner of the test “%1”. Choose a version, and they are sent it.</translation>
    </message>
</context>
<context>
    <name>CampaignDetailsPanel</name>
    <message>
        <source>Why people failed</source>
        <translation>Why people failed</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>How long it took</source>
        <translation>How long it took</translation>
    </message>
    <message>
        <source>Retry…</source>
        <translation>Retry…</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Show them</translation>
    </message>
    <message>
        <source>Record revenue…</source>
        <translation>Record revenue…</translation>
    </message>
    <message>
        <source>Cost and return</source>
        <translation>Cost and return</translation>
    </message>
</context>
<context>
    <name>CampaignFiguresPanel</name>
    <message>
        <source>Recipients</source>
        <translation>Recipients</translation>
    </message>
    <message>
        <source>The lines begin with the first message.</source>
        <translation>The lines begin with the first message.</translation>
    </message>
    <message>
        <source>People so far, over time</source>
        <translation>People so far, over time</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>Funnel</translation>
    </message>
    <message>
        <source>% of the step above</source>
        <translation>% of the step above</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>people so far</source>
        <translation>people so far</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>Resolve…</translation>
    </message>
</context>
<context>
    <name>CampaignNews</name>
    <message>
        <source>Sending goes on.</source>
        <translation>Sending goes on.</translation>
    </message>
    <message>
        <source>What was sent cannot be written down, so sending waits: %1</source>
        <translation>What was sent cannot be written down, so sending waits: %1</translation>
    </message>
    <message>
        <source>Sending goes on by itself as soon as the other program is done.</source>
        <translation>Sending goes on by itself as soon as the other program is done.</translation>
    </message>
    <message>
        <source>Free some space on the disk. Sending goes on by itself.</source>
        <translation>Free some space on the disk. Sending goes on by itself.</translation>
    </message>
    <message>
        <source>Change the send window if it should go out sooner.</source>
        <translation>Change the send window if it should go out sooner.</translation>
    </message>
    <message>
        <source>The send window is closed and never opens.</source>
        <translation>The send window is closed and never opens.</translation>
    </message>
    <message>
        <source>The send window is closed. Sending goes on at %1.</source>
        <translation>The send window is closed. Sending goes on at %1.</translation>
    </message>
    <message>
        <source>Close Fanfare, and open the workspace where it is now.</source>
        <translation>Close Fanfare, and open the workspace where it is now.</translation>
    </message>
</context>
<context>
    <name>CampaignPage</name>
    <message>
        <source>Opening the campaign</source>
        <translation>Opening the campaign</translation>
    </message>
    <message>
        <source>The campaign cannot be shown</source>
        <translation>The campaign cannot be shown</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>Follow up</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>More actions</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>Cancel…</translation>
    </message>
    <message>
        <source>People as a table (CSV)…</source>
        <translation>People as a table (CSV)…</translation>
    </message>
    <message>
        <source>Report for the client (PDF)…</source>
        <translation>Report for the client (PDF)…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Resolve unconfirmed…</source>
        <translation>Resolve unconfirmed…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume sending (%1)</source>
        <translation>Resume sending (%1)</translation>
    </message>
    <message>
        <source>Send %1 now…</source>
        <translation>Send %1 now…</translation>
    </message>
    <message>
        <source>Pause or cancel it first</source>
        <translation>Pause or cancel it first</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>started %1</translation>
    </message>
    <message>
        <source>starts %1</source>
        <translation>starts %1</translation>
    </message>
    <message>
        <source>last message %1</source>
        <translation>last message %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>took %1</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between parts of a line</comment>
        <translation> · </translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln people now?</source>
        <translation>
            <numerusform>Send to %Ln person now?</numerusform>
            <numerusform>Send to %Ln people now?</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” starts at once. You can pause it at any time; a message that has left cannot be called back.</source>
        <translation>“%1” starts at once. You can pause it at any time; a message that has left cannot be called back.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Send now</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people will not get it.</source>
        <translation>
            <numerusform>%Ln person will not get it.</numerusform>
            <numerusform>%Ln people will not get it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln messages already sent stay on their phones.</source>
        <translation>
            <numerusform>The message already sent stays on the phone.</numerusform>
            <numerusform>The %Ln messages already sent stay on their phones.</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>This cannot be undone.</translation>
    </message>
    <message>
        <source>Cancel “%1”?</source>
        <translation>Cancel “%1”?</translation>
    </message>
    <message>
        <source>Cancel campaign</source>
        <translation>Cancel campaign</translation>
    </message>
    <message>
        <source>Keep sending</source>
        <translation>Keep sending</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message numerus="yes">
        <source>Its %Ln people, their history and its figures are deleted here.</source>
        <translation>
            <numerusform>Its one person, their history and its figures are deleted here.</numerusform>
            <numerusform>Its %Ln people, their history and its figures are deleted here.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent messages stay on their phones.</source>
        <translation>Sent messages stay on their phones.</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>Delete “%1”?</translation>
    </message>
    <message>
        <source>Delete campaign</source>
        <translation>Delete campaign</translation>
    </message>
    <message>
        <source>Repeat…</source>
        <translation>Repeat…</translation>
    </message>
    <message>
        <source>Retry failed…</source>
        <translation>Retry failed…</translation>
    </message>
    <message>
        <source>Retry failed (%1)…</source>
        <translation>Retry failed (%1)…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A group of people and how many they are: &quot;People who read it (1,204)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Figures and people (Excel)…</source>
        <translation>Figures and people (Excel)…</translation>
    </message>
    <message>
        <source>Raise the budget…</source>
        <translation>Raise the budget…</translation>
    </message>
    <message>
        <source>Budget…</source>
        <translation>Budget…</translation>
    </message>
</context>
<context>
    <name>CampaignStore</name>
    <message>
        <source>People can be changed in a draft only.</source>
        <translation>People can be changed in a draft only.</translation>
    </message>
    <message>
        <source>A person paused it.</source>
        <translation>A person paused it.</translation>
    </message>
    <message>
        <source>Drafted.</source>
        <translation>Drafted.</translation>
    </message>
    <message>
        <source>Only a draft or a scheduled campaign can be changed.</source>
        <translation>Only a draft or a scheduled campaign can be changed.</translation>
    </message>
    <message>
        <source>This campaign is sending. Pause or cancel it before deleting it.</source>
        <translation>This campaign is sending. Pause or cancel it before deleting it.</translation>
    </message>
    <message>
        <source>This person is not in the campaign any more.</source>
        <translation>This person is not in the campaign any more.</translation>
    </message>
    <message numerus="yes">
        <source>%n failed person(s) will be tried again.</source>
        <translation>
            <numerusform>%n failed person will be tried again.</numerusform>
            <numerusform>%n failed people will be tried again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A person decided: %n unconfirmed message(s) are sent again.</source>
        <translation>
            <numerusform>A person decided: %n unconfirmed message is sent again.</numerusform>
            <numerusform>A person decided: %n unconfirmed messages are sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A person decided: %n unconfirmed message(s) count as sent.</source>
        <translation>
            <numerusform>A person decided: %n unconfirmed message counts as sent.</numerusform>
            <numerusform>A person decided: %n unconfirmed messages count as sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) stay failed, because a second try would not help them.</source>
        <translation>
            <numerusform>%n other stays failed, because a second try would not help them.</numerusform>
            <numerusform>%n others stay failed, because a second try would not help them.</numerusform>
        </translation>
    </message>
    <message>
        <source>The campaign is over, so it needs no budget any more.</source>
        <translation>The campaign is over, so it needs no budget any more.</translation>
    </message>
    <message>
        <source>People are still being put into this campaign. Try again in a moment.</source>
        <translation>People are still being put into this campaign. Try again in a moment.</translation>
    </message>
</context>
<context>
    <name>CampaignTableModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Responded</source>
        <translation>Responded</translation>
    </message>
    <message>
        <source>Delivery %</source>
        <translation>Delivery %</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Created</translation>
    </message>
    <message>
        <source>Scheduled for</source>
        <translation>Scheduled for</translation>
    </message>
    <message>
        <source>Campaign without a name</source>
        <translation>Campaign without a name</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>All done</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>Draft saved %1</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>%1 · step %2 of 4</source>
        <translation>%1 · step %2 of 4</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · starts %2</source>
        <translation>%1 · starts %2</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · %2 left</translation>
    </message>
    <message>
        <source>%1 · %2/s</source>
        <extracomment>Speed at the end of a line: &quot;9.6/s&quot;</extracomment>
        <translation>%1 · %2/s</translation>
    </message>
    <message>
        <source>%1 · took %2</source>
        <translation>%1 · took %2</translation>
    </message>
    <message>
        <source>%1 · cancelled before it started</source>
        <translation>%1 · cancelled before it started</translation>
    </message>
</context>
<context>
    <name>CampaignWait</name>
    <message>
        <source>Following it.</source>
        <translation>Following it.</translation>
    </message>
    <message>
        <source>Everything is sent. Waiting for the last delivery reports …</source>
        <translation>Everything is sent. Waiting for the last delivery reports …</translation>
    </message>
    <message>
        <source>Stopping: answers in flight are awaited.</source>
        <translation>Stopping: answers in flight are awaited.</translation>
    </message>
</context>
<context>
    <name>CampaignWizard</name>
    <message>
        <source>New campaign</source>
        <translation>New campaign</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>This did not work</translation>
    </message>
    <message>
        <source>Nothing is sent before you say so</source>
        <translation>Nothing is sent before you say so</translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln people now?</source>
        <translation>
            <numerusform>Send to %Ln person now?</numerusform>
            <numerusform>Send to %Ln people now?</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” starts at once. You can pause it at any time; a message that has left cannot be called back.</source>
        <translation>“%1” starts at once. You can pause it at any time; a message that has left cannot be called back.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Create and send</source>
        <translation>Create and send</translation>
    </message>
</context>
<context>
    <name>CampaignsPage</name>
    <message>
        <source>Campaigns</source>
        <translation>Campaigns</translation>
    </message>
    <message>
        <source>Total campaigns</source>
        <translation>Total campaigns</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Total recipients</source>
        <translation>Total recipients</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Search by name</translation>
    </message>
    <message>
        <source>Reading your campaigns…</source>
        <translation>Reading your campaigns…</translation>
    </message>
    <message>
        <source>Your campaigns could not be read</source>
        <translation>Your campaigns could not be read</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Start a campaign with a file of people</source>
        <translation>Start a campaign with a file of people</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>New campaign</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Active first</source>
        <translation>Active first</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Actions of this campaign</source>
        <translation>Actions of this campaign</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln drafts</source>
        <translation>
            <numerusform>%Ln draft</numerusform>
            <numerusform>%Ln drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled or failed</source>
        <translation>
            <numerusform>%Ln cancelled or failed</numerusform>
            <numerusform>%Ln cancelled or failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sending</source>
        <translation>
            <numerusform>%Ln sending</numerusform>
            <numerusform>%Ln sending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln paused</numerusform>
            <numerusform>%Ln paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln scheduled</source>
        <translation>
            <numerusform>%Ln scheduled</numerusform>
            <numerusform>%Ln scheduled</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is waiting to leave</source>
        <translation>nothing is waiting to leave</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the last 30 days</source>
        <translation>
            <numerusform>%Ln in the last 30 days</numerusform>
            <numerusform>%Ln in the last 30 days</numerusform>
        </translation>
    </message>
    <message>
        <source>in all campaigns</source>
        <translation>in all campaigns</translation>
    </message>
    <message>
        <source>No campaigns yet</source>
        <translation>No campaigns yet</translation>
    </message>
    <message>
        <source>A campaign brings one approved template to a list of people. Start with a file of numbers.</source>
        <translation>A campaign brings one approved template to a list of people. Start with a file of numbers.</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>How it works</translation>
    </message>
    <message>
        <source>No campaign matches</source>
        <translation>No campaign matches</translation>
    </message>
    <message>
        <source>Try another word, or look at all of them.</source>
        <translation>Try another word, or look at all of them.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>%1, %2 %3 time</source>
        <extracomment>Under the page&apos;s title: day, time, city of the time zone. &quot;Thursday 19 November 2026, 11:42 London time&quot;</extracomment>
        <translation>%1, %2 %3 time</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>date format of QLocale</comment>
        <translation>dddd d MMMM yyyy</translation>
    </message>
    <message>
        <source>Continue editing</source>
        <translation>Continue editing</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Send now…</source>
        <translation>Send now…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume sending (%1)</source>
        <translation>Resume sending (%1)</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Cancel campaign…</source>
        <translation>Cancel campaign…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people will not get it.</source>
        <translation>
            <numerusform>%Ln person will not get it.</numerusform>
            <numerusform>%Ln people will not get it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln messages already sent stay on their phones.</source>
        <translation>
            <numerusform>The message already sent stays on the phone.</numerusform>
            <numerusform>The %Ln messages already sent stay on their phones.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Nothing has been sent yet.</translation>
    </message>
    <message>
        <source>Cancel “%1”?</source>
        <translation>Cancel “%1”?</translation>
    </message>
    <message>
        <source>%1 %2 This cannot be undone.</source>
        <translation>%1 %2 This cannot be undone.</translation>
    </message>
    <message>
        <source>Cancel campaign</source>
        <translation>Cancel campaign</translation>
    </message>
    <message>
        <source>Keep sending</source>
        <translation>Keep sending</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message numerus="yes">
        <source>Its list of %Ln people and all results are removed from this computer. Sent messages stay on their phones.</source>
        <translation>
            <numerusform>Its list of %Ln person and all results are removed from this computer. A sent message stays on the phone.</numerusform>
            <numerusform>Its list of %Ln people and all results are removed from this computer. Sent messages stay on their phones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its list of %Ln people is removed from this computer.</source>
        <translation>
            <numerusform>Its list of %Ln person is removed from this computer.</numerusform>
            <numerusform>Its list of %Ln people is removed from this computer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>Delete “%1”?</translation>
    </message>
    <message>
        <source>Delete campaign</source>
        <translation>Delete campaign</translation>
    </message>
    <message>
        <source>Save the results of the chosen campaigns (several with Shift or Ctrl)</source>
        <translation>Save the results of the chosen campaigns (several with Shift or Ctrl)</translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln campaigns…</source>
        <translation>
            <numerusform>Export %Ln campaign…</numerusform>
            <numerusform>Export %Ln campaigns…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>More about “%1”</source>
        <translation>More about “%1”</translation>
    </message>
    <message>
        <source>Export picture…</source>
        <translation>Export picture…</translation>
    </message>
    <message>
        <source>Export numbers…</source>
        <translation>Export numbers…</translation>
    </message>
    <message>
        <source>Show as chart</source>
        <translation>Show as chart</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Show as table</translation>
    </message>
</context>
<context>
    <name>ChartExport</name>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>%1 cannot be written. Choose another folder.</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Save the picture</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG picture (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG drawing (*.svg)</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>Save the numbers</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV table (*.csv)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Saved as %1</translation>
    </message>
    <message>
        <source>The chart was not saved</source>
        <translation>The chart was not saved</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Go to details</source>
        <translation>Go to details</translation>
    </message>
    <message>
        <source>Go to recipients</source>
        <translation>Go to recipients</translation>
    </message>
    <message>
        <source>Go to settings</source>
        <translation>Go to settings</translation>
    </message>
    <message>
        <source>Connect number</source>
        <translation>Connect number</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln worth a look</source>
        <translation>
            <numerusform>%Ln worth a look</numerusform>
            <numerusform>%Ln worth a look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passed</source>
        <translation>
            <numerusform>%Ln passed</numerusform>
            <numerusform>%Ln passed</numerusform>
        </translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>Worth a look</translation>
    </message>
    <message>
        <source>Must be solved</source>
        <translation>Must be solved</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Before it leaves</source>
        <translation>Before it leaves</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>The checks could not be made: %1</source>
        <translation>The checks could not be made: %1</translation>
    </message>
</context>
<context>
    <name>ColumnChart</name>
    <message>
        <source>Use of the messaging limit</source>
        <translation>Use of the messaging limit</translation>
    </message>
    <message>
        <source>At most %1 of %2 people in 24 hours</source>
        <translation>At most %1 of %2 people in 24 hours</translation>
    </message>
    <message>
        <source>At most %1 people in 24 hours</source>
        <translation>At most %1 people in 24 hours</translation>
    </message>
    <message>
        <source>%1: at most %2 people in 24 hours, %3 of the limit</source>
        <translation>%1: at most %2 people in 24 hours, %3 of the limit</translation>
    </message>
    <message>
        <source>%1: at most %2 people in 24 hours</source>
        <translation>%1: at most %2 people in 24 hours</translation>
    </message>
    <message>
        <source>Limit %1</source>
        <translation>Limit %1</translation>
    </message>
    <message>
        <source>Limit %1, far above</source>
        <translation>Limit %1, far above</translation>
    </message>
</context>
<context>
    <name>ColumnMapping</name>
    <message>
        <source>“%1” does not say which column: write FIELD=COLUMN, as in phone=2.</source>
        <translation>“%1” does not say which column: write FIELD=COLUMN, as in phone=2.</translation>
    </message>
    <message>
        <source>There is no field “%1” to fill. Known here: %2.</source>
        <translation>There is no field “%1” to fill. Known here: %2.</translation>
    </message>
    <message>
        <source>it has no headings</source>
        <translation>it has no headings</translation>
    </message>
    <message numerus="yes">
        <source>The file has no column “%1”. It has %n column(s): %2.</source>
        <translation>
            <numerusform>The file has no column “%1”. It has %n column: %2.</numerusform>
            <numerusform>The file has no column “%1”. It has %n columns: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Attach</translation>
    </message>
    <message>
        <source>Quick answers</source>
        <translation>Quick answers</translation>
    </message>
    <message>
        <source>Ctrl Enter sends · Meta charges for replies</source>
        <translation>Ctrl Enter sends · Meta charges for replies</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Your answer</translation>
    </message>
    <message>
        <source>Write an answer</source>
        <translation>Write an answer</translation>
    </message>
    <message>
        <source>Since October 2026 Meta charges for free answers too, at the rate of utility messages of the person&apos;s country.</source>
        <translation>Since October 2026 Meta charges for free answers too, at the rate of utility messages of the person&apos;s country.</translation>
    </message>
    <message>
        <source>The answer was not sent.</source>
        <translation>The answer was not sent.</translation>
    </message>
    <message>
        <source>Do not send the file %1</source>
        <translation>Do not send the file %1</translation>
    </message>
    <message>
        <source>Keep these words as a quick answer…</source>
        <translation>Keep these words as a quick answer…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters too many</source>
        <translation>
            <numerusform>%Ln character too many</numerusform>
            <numerusform>%Ln characters too many</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectPage</name>
    <message>
        <source>Where to find them</source>
        <translation>Where to find them</translation>
    </message>
    <message>
        <source>Open your app in Meta&apos;s developer pages and choose WhatsApp → API setup.</source>
        <translation>Open your app in Meta&apos;s developer pages and choose WhatsApp → API setup.</translation>
    </message>
    <message>
        <source>Choose the number you send from. Both IDs stand below it.</source>
        <translation>Choose the number you send from. Both IDs stand below it.</translation>
    </message>
    <message>
        <source>Make a system user in the business settings, give it your app and the WhatsApp account, and create an access key with whatsapp_business_messaging and whatsapp_business_management.</source>
        <translation>Make a system user in the business settings, give it your app and the WhatsApp account, and create an access key with whatsapp_business_messaging and whatsapp_business_management.</translation>
    </message>
    <message>
        <source>Paste everything here. We ask Meta who it is before anything is stored.</source>
        <translation>Paste everything here. We ask Meta who it is before anything is stored.</translation>
    </message>
    <message>
        <source>Open Meta&apos;s guide</source>
        <translation>Open Meta&apos;s guide</translation>
    </message>
    <message>
        <source>Connect your number</source>
        <translation>Connect your number</translation>
    </message>
    <message>
        <source>Two IDs and an access key from Meta. Nothing is saved before Meta has confirmed them.</source>
        <translation>Two IDs and an access key from Meta. Nothing is saved before Meta has confirmed them.</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>by their answer</source>
        <translation>by their answer</translation>
    </message>
    <message>
        <source>in WhatsApp itself</source>
        <translation>in WhatsApp itself</translation>
    </message>
    <message>
        <source>noted here</source>
        <translation>noted here</translation>
    </message>
    <message>
        <source>Opted in</source>
        <translation>Opted in</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Not recorded</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Opted out</translation>
    </message>
    <message>
        <source>Nothing is recorded</source>
        <translation>Nothing is recorded</translation>
    </message>
    <message>
        <source>On the do-not-send list</source>
        <translation>On the do-not-send list</translation>
    </message>
    <message>
        <source>Opted out on %1</source>
        <translation>Opted out on %1</translation>
    </message>
    <message>
        <source>Opted out on %1, %2</source>
        <translation>Opted out on %1, %2</translation>
    </message>
    <message>
        <source>Opted in on %1</source>
        <translation>Opted in on %1</translation>
    </message>
    <message>
        <source>Opted in on %1, %2</source>
        <translation>Opted in on %1, %2</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>What did they agree to?</source>
        <translation>What did they agree to?</translation>
    </message>
    <message>
        <source>They opted out before. Note it only if they have agreed again since: campaigns reach them from now on.</source>
        <translation>They opted out before. Note it only if they have agreed again since: campaigns reach them from now on.</translation>
    </message>
    <message>
        <source>It is kept as the proof that you may write to them.</source>
        <translation>It is kept as the proof that you may write to them.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Note it</translation>
    </message>
</context>
<context>
    <name>ConsentFields</name>
    <message>
        <source>How they agreed</source>
        <translation>How they agreed</translation>
    </message>
    <message>
        <source>Web form, in the shop, …</source>
        <translation>Web form, in the shop, …</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>A day in a field (Qt date format)</extracomment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>As it was put to them</source>
        <translation>As it was put to them</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>In which words</source>
        <translation>In which words</translation>
    </message>
    <message>
        <source>Say how they agreed: it is the proof</source>
        <translation>Say how they agreed: it is the proof</translation>
    </message>
</context>
<context>
    <name>ContactBookLock</name>
    <message>
        <source>Another import into the contact book is running. Wait until it is done.</source>
        <translation>Another import into the contact book is running. Wait until it is done.</translation>
    </message>
</context>
<context>
    <name>ContactCommands</name>
    <message>
        <source>opted out</source>
        <translation>opted out</translation>
    </message>
    <message>
        <source>opted in</source>
        <translation>opted in</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>The people in the contact book.</source>
        <translation>The people in the contact book.</translation>
    </message>
    <message>
        <source>So many at most; else all.</source>
        <translation>So many at most; else all.</translation>
    </message>
    <message>
        <source>Those after this one.</source>
        <translation>Those after this one.</translation>
    </message>
    <message>
        <source>One person.</source>
        <translation>One person.</translation>
    </message>
    <message>
        <source>Nobody writes to these numbers any more.</source>
        <translation>Nobody writes to these numbers any more.</translation>
    </message>
    <message>
        <source>The person agreed to get messages.</source>
        <translation>The person agreed to get messages.</translation>
    </message>
    <message>
        <source>How and where the person agreed.</source>
        <translation>How and where the person agreed.</translation>
    </message>
    <message>
        <source>Puts the people of a file into the contact book.</source>
        <translation>Puts the people of a file into the contact book.</translation>
    </message>
    <message>
        <source>“%1” is not a cursor.</source>
        <translation>“%1” is not a cursor.</translation>
    </message>
    <message>
        <source>The person is erased. Nobody can write to the number any more.</source>
        <translation>The person is erased. Nobody can write to the number any more.</translation>
    </message>
    <message>
        <source>Nothing was known of the number. Nobody can write to it any more.</source>
        <translation>Nothing was known of the number. Nobody can write to it any more.</translation>
    </message>
    <message>
        <source>Unused parts of the database file still hold traces, because a campaign is sending or another program reads it. Fanfare removes them as soon as nothing is sent; or erase the number again then.</source>
        <translation>Unused parts of the database file still hold traces, because a campaign is sending or another program reads it. Fanfare removes them as soon as nothing is sent; or erase the number again then.</translation>
    </message>
    <message>
        <source>Erases a person: a keyed hash of the number stays, so that nobody writes to it again, and nothing else.</source>
        <translation>Erases a person: a keyed hash of the number stays, so that nobody writes to it again, and nothing else.</translation>
    </message>
    <message>
        <source>What campaigns counted stays counted. Backups and files that you saved elsewhere are not changed. Only a new opt-in lets the number in again.</source>
        <translation>What campaigns counted stays counted. Backups and files that you saved elsewhere are not changed. Only a new opt-in lets the number in again.</translation>
    </message>
    <message>
        <source>What was kept before a restore still holds the person. Delete it when you do not need it any more: %1 in %2</source>
        <translation>What was kept before a restore still holds the person. Delete it when you do not need it any more: %1 in %2</translation>
    </message>
    <message>
        <source>Preparing searches</source>
        <translation>Preparing searches</translation>
    </message>
    <message>
        <source>Searches are ready after %1 s.</source>
        <translation>Searches are ready after %1 s.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>%1: %2 people</source>
        <translation>%1: %2 people</translation>
    </message>
    <message>
        <source>Writes people of the contact book into a CSV file.</source>
        <translation>Writes people of the contact book into a CSV file.</translation>
    </message>
    <message>
        <source>Where to. The file appears whole or not at all.</source>
        <translation>Where to. The file appears whole or not at all.</translation>
    </message>
    <message>
        <source>Everybody, if no number and no option picks some. The file has consent, tags and attributes, and contact import reads it again; what a spreadsheet would run as a formula begins with an apostrophe.</source>
        <translation>Everybody, if no number and no option picks some. The file has consent, tags and attributes, and contact import reads it again; what a spreadsheet would run as a formula begins with an apostrophe.</translation>
    </message>
</context>
<context>
    <name>ContactEditCommands</name>
    <message>
        <source>A tag is empty.</source>
        <translation>A tag is empty.</translation>
    </message>
    <message>
        <source>There is a contact %1 already. To change it: contact set</source>
        <translation>There is a contact %1 already. To change it: contact set</translation>
    </message>
    <message>
        <source>%1 is in the contact book.</source>
        <translation>%1 is in the contact book.</translation>
    </message>
    <message>
        <source>Say what to set: --name, --attr, --tag or --untag.</source>
        <translation>Say what to set: --name, --attr, --tag or --untag.</translation>
    </message>
    <message>
        <source>%1 is changed.</source>
        <translation>%1 is changed.</translation>
    </message>
    <message>
        <source>Say --add TAG or --remove TAG.</source>
        <translation>Say --add TAG or --remove TAG.</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) added or removed.</source>
        <translation>
            <numerusform>%n tag added or removed.</numerusform>
            <numerusform>%n tags added or removed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has passed between you and this person yet.</source>
        <translation>Nothing has passed between you and this person yet.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>WhatsApp knows them as one person</source>
        <translation>WhatsApp knows them as one person</translation>
    </message>
    <message>
        <source>one number, written in two ways</source>
        <translation>one number, written in two ways</translation>
    </message>
    <message>
        <source>the same name and e-mail address</source>
        <translation>the same name and e-mail address</translation>
    </message>
    <message>
        <source>No two contacts look like the same person.</source>
        <translation>No two contacts look like the same person.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numbers</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>To make one of them: contact merge, with the number to keep first.</source>
        <translation>To make one of them: contact merge, with the number to keep first.</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) were merged into %1.</source>
        <translation>
            <numerusform>%n contact was merged into %1.</numerusform>
            <numerusform>%n contacts were merged into %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) not sent yet go to this number now.</source>
        <translation>
            <numerusform>%n message not sent yet goes to this number now.</numerusform>
            <numerusform>%n messages not sent yet go to this number now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) not sent yet are left out, because this number gets the same campaign.</source>
        <translation>
            <numerusform>%n message not sent yet is left out, because this number gets the same campaign.</numerusform>
            <numerusform>%n messages not sent yet are left out, because this number gets the same campaign.</numerusform>
        </translation>
    </message>
    <message>
        <source>One of them had opted out, so nobody writes to any of them.</source>
        <translation>One of them had opted out, so nobody writes to any of them.</translation>
    </message>
    <message>
        <source>The person&apos;s name.</source>
        <translation>The person&apos;s name.</translation>
    </message>
    <message>
        <source>An attribute of your own; an empty value takes it away.</source>
        <translation>An attribute of your own; an empty value takes it away.</translation>
    </message>
    <message>
        <source>A tag for the person.</source>
        <translation>A tag for the person.</translation>
    </message>
    <message>
        <source>Puts one person into the contact book.</source>
        <translation>Puts one person into the contact book.</translation>
    </message>
    <message>
        <source>The person agreed to get messages: how and where.</source>
        <translation>The person agreed to get messages: how and where.</translation>
    </message>
    <message>
        <source>Of a number without its country code.</source>
        <translation>Of a number without its country code.</translation>
    </message>
    <message>
        <source>Changes what is known of a person.</source>
        <translation>Changes what is known of a person.</translation>
    </message>
    <message>
        <source>Takes a tag away.</source>
        <translation>Takes a tag away.</translation>
    </message>
    <message>
        <source>Tags people, or takes tags away.</source>
        <translation>Tags people, or takes tags away.</translation>
    </message>
    <message>
        <source>The tag that they get.</source>
        <translation>The tag that they get.</translation>
    </message>
    <message>
        <source>The tag that they lose.</source>
        <translation>The tag that they lose.</translation>
    </message>
    <message>
        <source>What passed between you and a person, the latest first.</source>
        <translation>What passed between you and a person, the latest first.</translation>
    </message>
    <message>
        <source>So many at most; else all.</source>
        <translation>So many at most; else all.</translation>
    </message>
    <message>
        <source>Contacts that may be the same person, and why.</source>
        <translation>Contacts that may be the same person, and why.</translation>
    </message>
    <message>
        <source>The number to keep stands first. Reads the whole contact book: some seconds where it holds a million people.</source>
        <translation>The number to keep stands first. Reads the whole contact book: some seconds where it holds a million people.</translation>
    </message>
    <message>
        <source>Makes one contact of several that are the same person.</source>
        <translation>Makes one contact of several that are the same person.</translation>
    </message>
    <message>
        <source>The kept contact gets what it lacks: name, attributes, tags, an opt-in. If one of them has opted out, nobody writes to any of them. What was sent stays as it was. Nobody is written to at the other numbers any more; they are on the suppression list as “merged”.</source>
        <translation>The kept contact gets what it lacks: name, attributes, tags, an opt-in. If one of them has opted out, nobody writes to any of them. What was sent stays as it was. Nobody is written to at the other numbers any more; they are on the suppression list as “merged”.</translation>
    </message>
</context>
<context>
    <name>ContactFilters</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A tag or a country, and how many people there are</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>All tags</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>All countries</source>
        <translation>All countries</translation>
    </message>
    <message>
        <source>Search names and numbers</source>
        <translation>Search names and numbers</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Opted in</source>
        <translation>Opted in</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Not recorded</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Opted out</translation>
    </message>
</context>
<context>
    <name>ContactFormDialog</name>
    <message>
        <source>Who is it?</source>
        <translation>Who is it?</translation>
    </message>
    <message>
        <source>The person comes into the contact book. Nothing is sent.</source>
        <translation>The person comes into the contact book. Nothing is sent.</translation>
    </message>
    <message>
        <source>What has changed?</source>
        <translation>What has changed?</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>With the country code, such as %1</source>
        <translation>With the country code, such as %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Separated by commas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Add person</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Save changes</translation>
    </message>
    <message>
        <source>City, birthday, visits, …</source>
        <translation>City, birthday, visits, …</translation>
    </message>
    <message>
        <source>Kind of the value</source>
        <translation>Kind of the value</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>One more attribute</source>
        <translation>One more attribute</translation>
    </message>
    <message>
        <source>Give the number, with its country code</source>
        <translation>Give the number, with its country code</translation>
    </message>
    <message>
        <source>This is no date. %1</source>
        <translation>This is no date. %1</translation>
    </message>
    <message>
        <source>This is no number. %1</source>
        <translation>This is no number. %1</translation>
    </message>
</context>
<context>
    <name>ContactImport</name>
    <message>
        <source>%1 people stored</source>
        <translation>%1 people stored</translation>
    </message>
    <message>
        <source>%1 rows checked</source>
        <translation>%1 rows checked</translation>
    </message>
    <message>
        <source>%1 people stored. About %2 left.</source>
        <translation>%1 people stored. About %2 left.</translation>
    </message>
    <message>
        <source>%1 rows checked, %2 a second. About %3 left.</source>
        <translation>%1 rows checked, %2 a second. About %3 left.</translation>
    </message>
</context>
<context>
    <name>ContactImportController</name>
    <message>
        <source>The import cannot begin</source>
        <translation>The import cannot begin</translation>
    </message>
    <message>
        <source>Importing people…</source>
        <translation>Importing people…</translation>
    </message>
    <message>
        <source>Nobody was imported</source>
        <translation>Nobody was imported</translation>
    </message>
    <message>
        <source>The import was cancelled. The contact book is as it was</source>
        <translation>The import was cancelled. The contact book is as it was</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people of the file are in the contact book</source>
        <translation>
            <numerusform>%Ln person of the file is in the contact book</numerusform>
            <numerusform>%Ln people of the file are in the contact book</numerusform>
        </translation>
    </message>
    <message>
        <source>The rows were not saved</source>
        <translation>The rows were not saved</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows were saved</source>
        <translation>
            <numerusform>%Ln row was saved</numerusform>
            <numerusform>%Ln rows were saved</numerusform>
        </translation>
    </message>
    <message>
        <source>The person was not added</source>
        <translation>The person was not added</translation>
    </message>
</context>
<context>
    <name>ContactImportPage</name>
    <message>
        <source>Nothing is sent by an import.</source>
        <translation>Nothing is sent by an import.</translation>
    </message>
    <message>
        <source>Import people</source>
        <translation>Import people</translation>
    </message>
    <message>
        <source>Into the contact book, each number once</source>
        <translation>Into the contact book, each number once</translation>
    </message>
    <message>
        <source>Who comes into the contact book?</source>
        <translation>Who comes into the contact book?</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln people</source>
        <translation>
            <numerusform>Import %Ln person</numerusform>
            <numerusform>Import %Ln people</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave without importing?</source>
        <translation>Leave without importing?</translation>
    </message>
    <message>
        <source>The rows that you fixed or left out here have to be gone through again. The file is as it was.</source>
        <translation>The rows that you fixed or left out here have to be gone through again. The file is as it was.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Stay here</translation>
    </message>
</context>
<context>
    <name>ContactMerge</name>
    <message>
        <source>There is no contact %1.</source>
        <translation>There is no contact %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) of this campaign were merged with another contact.</source>
        <translation>
            <numerusform>%n person of this campaign was merged with another contact.</numerusform>
            <numerusform>%n people of this campaign were merged with another contact.</numerusform>
        </translation>
    </message>
    <message>
        <source>The same person gets this campaign at another number.</source>
        <translation>The same person gets this campaign at another number.</translation>
    </message>
    <message>
        <source>The number %1 is given twice.</source>
        <translation>The number %1 is given twice.</translation>
    </message>
    <message>
        <source>The person has left the number %1. Keep the contact of the number that they have now.</source>
        <translation>The person has left the number %1. Keep the contact of the number that they have now.</translation>
    </message>
</context>
<context>
    <name>ContactPanel</name>
    <message>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Note their consent…</source>
        <translation>Note their consent…</translation>
    </message>
    <message>
        <source>Add tag…</source>
        <translation>Add tag…</translation>
    </message>
    <message>
        <source>Remove tag…</source>
        <translation>Remove tag…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Opt out…</source>
        <translation>Opt out…</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Erase…</translation>
    </message>
    <message>
        <source>What is known of this person</source>
        <translation>What is known of this person</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>Nobody chosen</translation>
    </message>
    <message>
        <source>Choose a person to see what is known of them, or several with Shift or Ctrl.</source>
        <translation>Choose a person to see what is known of them, or several with Shift or Ctrl.</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>No name yet</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>In the book since</source>
        <translation>In the book since</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Nothing was sent yet, and nothing came.</source>
        <translation>Nothing was sent yet, and nothing came.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Show everything</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people chosen</source>
        <translation>
            <numerusform>%Ln person chosen</numerusform>
            <numerusform>%Ln people chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>What you do here is done for all of them.</source>
        <translation>What you do here is done for all of them.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>Earlier</source>
        <extracomment>A person who opted out has agreed before</extracomment>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Agreed to</source>
        <extracomment>The words that a person agreed to</extracomment>
        <translation>Agreed to</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>SHA-256 %1…</source>
        <translation>SHA-256 %1…</translation>
    </message>
    <message>
        <source>Fingerprint of the file: %1</source>
        <translation>Fingerprint of the file: %1</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>From a file</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Tags: %1</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>A message without words</source>
        <extracomment>The words of a message</extracomment>
        <translation>A message without words</translation>
    </message>
    <message>
        <source>From them · %1</source>
        <translation>From them · %1</translation>
    </message>
    <message>
        <source>From them · %1 · %2</source>
        <extracomment>When somebody answered, and which campaign</extracomment>
        <translation>From them · %1 · %2</translation>
    </message>
    <message>
        <source>From us · %1</source>
        <translation>From us · %1</translation>
    </message>
    <message>
        <source>Open contact</source>
        <translation>Open contact</translation>
    </message>
    <message>
        <source>Opt out</source>
        <translation>Opt out</translation>
    </message>
    <message>
        <source>Not in the contact book.</source>
        <translation>Not in the contact book.</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Campaigns</translation>
    </message>
    <message>
        <source>No campaign has gone to them.</source>
        <translation>No campaign has gone to them.</translation>
    </message>
</context>
<context>
    <name>ContactSelection</name>
    <message>
        <source>Only those who have it.</source>
        <translation>Only those who have it.</translation>
    </message>
    <message>
        <source>Only those who are in it now.</source>
        <translation>Only those who are in it now.</translation>
    </message>
    <message>
        <source>Only those who meet it now; the rules of segment create.</source>
        <translation>Only those who meet it now; the rules of segment create.</translation>
    </message>
    <message>
        <source>A part of the number or the name.</source>
        <translation>A part of the number or the name.</translation>
    </message>
    <message>
        <source>There is no contact %1.</source>
        <translation>There is no contact %1.</translation>
    </message>
    <message>
        <source>Say whom: their numbers, or --tag, --segment, --where or --search, and not both.</source>
        <translation>Say whom: their numbers, or --tag, --segment, --where or --search, and not both.</translation>
    </message>
</context>
<context>
    <name>ContactStore</name>
    <message>
        <source>This person is not in the contact book any more.</source>
        <translation>This person is not in the contact book any more.</translation>
    </message>
    <message>
        <source>This person was erased on request. Only a new opt-in brings the number back.</source>
        <translation>This person was erased on request. Only a new opt-in brings the number back.</translation>
    </message>
</context>
<context>
    <name>ContactTableModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Added</translation>
    </message>
</context>
<context>
    <name>ContactsController</name>
    <message>
        <source>This person is not in the contact book any more.</source>
        <translation>This person is not in the contact book any more.</translation>
    </message>
    <message>
        <source>The change was not stored</source>
        <translation>The change was not stored</translation>
    </message>
    <message>
        <source>This number is in the contact book already</source>
        <translation>This number is in the contact book already</translation>
    </message>
    <message>
        <source>The person was not added</source>
        <translation>The person was not added</translation>
    </message>
    <message>
        <source>The person is in the contact book</source>
        <translation>The person is in the contact book</translation>
    </message>
    <message>
        <source>Adding the tag…</source>
        <translation>Adding the tag…</translation>
    </message>
    <message>
        <source>The tag was not added</source>
        <translation>The tag was not added</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people got the tag “%1”</source>
        <translation>
            <numerusform>%Ln person got the tag “%1”</numerusform>
            <numerusform>%Ln people got the tag “%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>Removing the tag…</source>
        <translation>Removing the tag…</translation>
    </message>
    <message>
        <source>The tag was not removed</source>
        <translation>The tag was not removed</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people no longer have the tag “%1”</source>
        <translation>
            <numerusform>%Ln person no longer has the tag “%1”</numerusform>
            <numerusform>%Ln people no longer have the tag “%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>Opting out…</source>
        <translation>Opting out…</translation>
    </message>
    <message>
        <source>The opt-out was not stored</source>
        <translation>The opt-out was not stored</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people opted out</source>
        <translation>
            <numerusform>%Ln person opted out</numerusform>
            <numerusform>%Ln people opted out</numerusform>
        </translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>Erasing…</translation>
    </message>
    <message>
        <source>The people were not erased</source>
        <translation>The people were not erased</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people erased</source>
        <translation>
            <numerusform>%Ln person erased</numerusform>
            <numerusform>%Ln people erased</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people erased. Unused parts of the file are cleaned when nothing is sent</source>
        <translation>
            <numerusform>%Ln person erased. Unused parts of the file are cleaned when nothing is sent</numerusform>
            <numerusform>%Ln people erased. Unused parts of the file are cleaned when nothing is sent</numerusform>
        </translation>
    </message>
    <message>
        <source>Older copies still hold the erased people</source>
        <translation>Older copies still hold the erased people</translation>
    </message>
    <message>
        <source>They were kept when the workspace was restored: %1 in %2. Delete them when you do not need them any more.</source>
        <translation>They were kept when the workspace was restored: %1 in %2. Delete them when you do not need them any more.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Save the contacts</source>
        <translation>Save the contacts</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>contacts</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV table (*.csv)</translation>
    </message>
    <message>
        <source>Saving the contacts…</source>
        <translation>Saving the contacts…</translation>
    </message>
    <message>
        <source>The contacts were not saved</source>
        <translation>The contacts were not saved</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people saved as %1</source>
        <translation>
            <numerusform>%Ln person saved as %1</numerusform>
            <numerusform>%Ln people saved as %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactsPage</name>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Add person</translation>
    </message>
    <message>
        <source>Import people</source>
        <translation>Import people</translation>
    </message>
    <message>
        <source>Everybody in the list below</source>
        <translation>Everybody in the list below</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>The contacts cannot be read</source>
        <translation>The contacts cannot be read</translation>
    </message>
    <message>
        <source>The contacts cannot be read.</source>
        <translation>The contacts cannot be read.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people, each once. Who opted out gets nothing, wherever the number comes from</source>
        <translation>
            <numerusform>%Ln person. Who opted out gets nothing, wherever the number comes from</numerusform>
            <numerusform>%Ln people, each once. Who opted out gets nothing, wherever the number comes from</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the contact book…</source>
        <translation>Reading the contact book…</translation>
    </message>
    <message>
        <source>Nobody is in the contact book yet</source>
        <translation>Nobody is in the contact book yet</translation>
    </message>
    <message>
        <source>Import a list of people, or add them one by one. Everybody whom a campaign is made for comes into it too.</source>
        <translation>Import a list of people, or add them one by one. Everybody whom a campaign is made for comes into it too.</translation>
    </message>
    <message>
        <source>Add one person</source>
        <translation>Add one person</translation>
    </message>
    <message>
        <source>Nobody is in this list</source>
        <translation>Nobody is in this list</translation>
    </message>
    <message>
        <source>Nobody matches “%1”</source>
        <translation>Nobody matches “%1”</translation>
    </message>
    <message>
        <source>Three letters of a name or three digits of a number are enough to find somebody.</source>
        <translation>Three letters of a name or three digits of a number are enough to find somebody.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Show everybody</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Note their consent…</source>
        <translation>Note their consent…</translation>
    </message>
    <message>
        <source>Add tag…</source>
        <translation>Add tag…</translation>
    </message>
    <message>
        <source>Remove tag…</source>
        <translation>Remove tag…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Opt out…</source>
        <translation>Opt out…</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Erase…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message numerus="yes">
        <source>Send nothing to these %Ln people any more?</source>
        <translation>
            <numerusform>Send nothing to this person any more?</numerusform>
            <numerusform>Send nothing to these %Ln people any more?</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay in the book and get no campaign, wherever their number comes from. Campaigns that are being sent leave them out from now on.</source>
        <translation>They stay in the book and get no campaign, wherever their number comes from. Campaigns that are being sent leave them out from now on.</translation>
    </message>
    <message>
        <source>Opt out</source>
        <translation>Opt out</translation>
    </message>
    <message numerus="yes">
        <source>Erase these %Ln people for good?</source>
        <translation>
            <numerusform>Erase this person for good?</numerusform>
            <numerusform>Erase these %Ln people for good?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their numbers, names, messages and answers leave this workspace; this cannot be undone. A one-way code of each number stays, so that nobody writes to it again. What campaigns counted stays counted. Backups that you saved elsewhere are not changed.</source>
        <translation>Their numbers, names, messages and answers leave this workspace; this cannot be undone. A one-way code of each number stays, so that nobody writes to it again. What campaigns counted stays counted. Backups that you saved elsewhere are not changed.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>More actions</translation>
    </message>
    <message>
        <source>Saved rules that pick people from the contact book</source>
        <translation>Saved rules that pick people from the contact book</translation>
    </message>
    <message>
        <source>Find duplicates…</source>
        <translation>Find duplicates…</translation>
    </message>
</context>
<context>
    <name>CopyLine</name>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
</context>
<context>
    <name>Cost</name>
    <message numerus="yes">
        <source>%Ln message(s) are not sent yet.</source>
        <translation>
            <numerusform>%Ln message is not sent yet.</numerusform>
            <numerusform>%Ln messages are not sent yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) were not delivered; Meta charges for none of them.</source>
        <translation>
            <numerusform>%Ln message was not delivered; Meta does not charge for it.</numerusform>
            <numerusform>%Ln messages were not delivered; Meta charges for none of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) were free of charge.</source>
        <translation>
            <numerusform>%Ln message was free of charge.</numerusform>
            <numerusform>%Ln messages were free of charge.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Meta charged %Ln message(s) as another category than was estimated.</source>
        <translation>
            <numerusform>Meta charged %Ln message as another category than was estimated.</numerusform>
            <numerusform>Meta charged %Ln messages as another category than was estimated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The price of %Ln message(s) is not on any rate card.</source>
        <translation>
            <numerusform>The price of %Ln message is not on any rate card.</numerusform>
            <numerusform>The price of %Ln messages is not on any rate card.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Meta has not told the price of %Ln delivered message(s).</source>
        <translation>
            <numerusform>Meta has not told the price of %Ln delivered message.</numerusform>
            <numerusform>Meta has not told the price of %Ln delivered messages.</numerusform>
        </translation>
    </message>
    <message>
        <source>Prices were others when the messages were delivered: by another rate card, or by the messages that left before them in the month.</source>
        <translation>Prices were others when the messages were delivered: by another rate card, or by the messages that left before them in the month.</translation>
    </message>
</context>
<context>
    <name>CostCard</name>
    <message>
        <source>Go to rates</source>
        <translation>Go to rates</translation>
    </message>
    <message>
        <source>What it costs</source>
        <translation>What it costs</translation>
    </message>
    <message>
        <source>There is no rate card in force. Import Meta&apos;s prices once, and every campaign says here what it costs before anything leaves.</source>
        <translation>There is no rate card in force. Import Meta&apos;s prices once, and every campaign says here what it costs before anything leaves.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Up to</translation>
    </message>
</context>
<context>
    <name>CostChart</name>
    <message>
        <source>Cost by country and category</source>
        <translation>Cost by country and category</translation>
    </message>
</context>
<context>
    <name>CostDesk</name>
    <message>
        <source>There is no price in this file.</source>
        <translation>There is no price in this file.</translation>
    </message>
    <message>
        <source>No row of this file can be used. Row %1: %2</source>
        <translation>No row of this file can be used. Row %1: %2</translation>
    </message>
    <message>
        <source>The file does not say in which currency the prices are. Say it: --currency USD</source>
        <translation>The file does not say in which currency the prices are. Say it: --currency USD</translation>
    </message>
    <message>
        <source>The file does not say from which day on the prices hold. Say it: --effective 2026-10-01</source>
        <translation>The file does not say from which day on the prices hold. Say it: --effective 2026-10-01</translation>
    </message>
    <message>
        <source>A budget needs Meta&apos;s rate card in its currency. Import it first: fanfare-cli rates import FILE</source>
        <translation>A budget needs Meta&apos;s rate card in its currency. Import it first: fanfare-cli rates import FILE</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln message(s) Meta has not told yet whether they arrived.</source>
        <translation>
            <numerusform>Of %Ln message Meta has not told yet whether it arrived.</numerusform>
            <numerusform>Of %Ln messages Meta has not told yet whether they arrived.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostView</name>
    <message>
        <source>Row</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>Why it was refused</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Unknown country</source>
        <translation>Unknown country</translation>
    </message>
    <message>
        <source>It costs up to %1 if everybody is delivered, by the rate card from %2 on.</source>
        <translation>It costs up to %1 if everybody is delivered, by the rate card from %2 on.</translation>
    </message>
    <message numerus="yes">
        <source>The cost cannot be estimated for %Ln person(s).</source>
        <translation>
            <numerusform>The cost cannot be estimated for %Ln person.</numerusform>
            <numerusform>The cost cannot be estimated for %Ln people.</numerusform>
        </translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Market</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Up to</translation>
    </message>
    <message>
        <source>Estimated cost</source>
        <translation>Estimated cost</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>up to %1</translation>
    </message>
    <message>
        <source>Cost so far</source>
        <translation>Cost so far</translation>
    </message>
    <message>
        <source>not known: Meta has told no price yet</source>
        <translation>not known: Meta has told no price yet</translation>
    </message>
    <message>
        <source>%1, and a part that no rate card tells</source>
        <translation>%1, and a part that no rate card tells</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Revenue</translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation>Bookings</translation>
    </message>
    <message>
        <source>Return on cost</source>
        <translation>Return on cost</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Of it, campaigns</source>
        <translation>Of it, campaigns</translation>
    </message>
    <message>
        <source>Of it, answers, tests and deleted campaigns</source>
        <translation>Of it, answers, tests and deleted campaigns</translation>
    </message>
    <message>
        <source>Messages free of charge</source>
        <translation>Messages free of charge</translation>
    </message>
</context>
<context>
    <name>CostWords</name>
    <message>
        <source>Unknown country</source>
        <translation>Unknown country</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>no price</translation>
    </message>
    <message numerus="yes">
        <source>%Ln countries</source>
        <translation>
            <numerusform>%Ln country</numerusform>
            <numerusform>%Ln countries</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <extracomment>How many messages, and what each costs</extracomment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Up to %1 if everybody is delivered, by Meta&apos;s rate card from %2 on.</source>
        <translation>Up to %1 if everybody is delivered, by Meta&apos;s rate card from %2 on.</translation>
    </message>
    <message numerus="yes">
        <source>The cost cannot be estimated for %Ln person(s): the rate card has no price for their country.</source>
        <translation>
            <numerusform>The cost cannot be estimated for %Ln person: the rate card has no price for their country.</numerusform>
            <numerusform>The cost cannot be estimated for %Ln people: the rate card has no price for their country.</numerusform>
        </translation>
    </message>
    <message>
        <source>Prices fall with the messages of a month; counted from what left from here.</source>
        <translation>Prices fall with the messages of a month; counted from what left from here.</translation>
    </message>
    <message>
        <source>Free for people who wrote to you less than a day before.</source>
        <translation>Free for people who wrote to you less than a day before.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other countries</source>
        <translation>
            <numerusform>%Ln other country</numerusform>
            <numerusform>%Ln other countries</numerusform>
        </translation>
    </message>
    <message>
        <source>Cost so far</source>
        <translation>Cost so far</translation>
    </message>
    <message>
        <source>%1, and a part that no rate card tells</source>
        <translation>%1, and a part that no rate card tells</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>Estimated</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>up to %1</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Revenue</translation>
    </message>
    <message numerus="yes">
        <source>%1 from %Ln booking(s)</source>
        <translation>
            <numerusform>%1 from %Ln booking</numerusform>
            <numerusform>%1 from %Ln bookings</numerusform>
        </translation>
    </message>
    <message>
        <source>Return on cost</source>
        <translation>Return on cost</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a category and its cost</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2 for %3 messages. %4</source>
        <extracomment>%1: a country, %2: what it cost, %3: how many messages it was, %4: &quot;Marketing 12.50 USD, Utility …&quot;</extracomment>
        <translation>%1: %2 for %3 messages. %4</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Utility</source>
        <translation>Utility</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentication</translation>
    </message>
    <message>
        <source>Authentication abroad</source>
        <translation>Authentication abroad</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
</context>
<context>
    <name>CountFilters</name>
    <message>
        <source>All rows</source>
        <translation>All rows</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud for a filter: &quot;Accepted: 1,377&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>CredentialVault</name>
    <message>
        <source>The key for the relay is not known here. Connect the relay again, or set %1.</source>
        <translation>The key for the relay is not known here. Connect the relay again, or set %1.</translation>
    </message>
</context>
<context>
    <name>CsvReader</name>
    <message>
        <source>There is no file “%1”. Check its name, or choose it again.</source>
        <translation>There is no file “%1”. Check its name, or choose it again.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Choose a file inside it.</source>
        <translation>“%1” is a folder. Choose a file inside it.</translation>
    </message>
    <message>
        <source>“%1” is a device or a pipe, not a file. Save the list as a CSV file first.</source>
        <translation>“%1” is a device or a pipe, not a file. Save the list as a CSV file first.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened (%2). Check that you are allowed to read it and that no other program holds it.</source>
        <translation>“%1” cannot be opened (%2). Check that you are allowed to read it and that no other program holds it.</translation>
    </message>
    <message>
        <source>the pasted text</source>
        <translation>the pasted text</translation>
    </message>
    <message>
        <source>“%1” is a workbook, not text. Open it in your spreadsheet program, save it as CSV (UTF-8) and choose that file.</source>
        <translation>“%1” is a workbook, not text. Open it in your spreadsheet program, save it as CSV (UTF-8) and choose that file.</translation>
    </message>
    <message>
        <source>“%1” is an address book (vCard). Export the people as CSV and choose that file.</source>
        <translation>“%1” is an address book (vCard). Export the people as CSV and choose that file.</translation>
    </message>
    <message>
        <source>“%1” is not a text file, so there are no rows to read in it. Save the list as CSV (UTF-8) and choose that file.</source>
        <translation>“%1” is not a text file, so there are no rows to read in it. Save the list as CSV (UTF-8) and choose that file.</translation>
    </message>
    <message>
        <source>There is nothing in “%1”. Choose a file with one person in each row.</source>
        <translation>There is nothing in “%1”. Choose a file with one person in each row.</translation>
    </message>
    <message>
        <source>“%1” does not exist in the encoding %2, so it cannot separate the columns.</source>
        <translation>“%1” does not exist in the encoding %2, so it cannot separate the columns.</translation>
    </message>
    <message>
        <source>the file became shorter meanwhile</source>
        <translation>the file became shorter meanwhile</translation>
    </message>
    <message>
        <source>Row %1 of “%2” is too large for a list of people: a cell may have 1 MB, a row 8 MB and %3 columns. Nothing of the file was used. Check that it is the right file.</source>
        <translation>Row %1 of “%2” is too large for a list of people: a cell may have 1 MB, a row 8 MB and %3 columns. Nothing of the file was used. Check that it is the right file.</translation>
    </message>
    <message numerus="yes">
        <source>Reading “%1” stopped after %n row(s): %2. Nothing of it was used. Copy the file to this computer and try again.</source>
        <translation>
            <numerusform>Reading “%1” stopped after %n row: %2. Nothing of it was used. Copy the file to this computer and try again.</numerusform>
            <numerusform>Reading “%1” stopped after %n rows: %2. Nothing of it was used. Copy the file to this computer and try again.</numerusform>
        </translation>
    </message>
    <message>
        <source>the file became longer meanwhile, another program still writes it</source>
        <translation>the file became longer meanwhile, another program still writes it</translation>
    </message>
</context>
<context>
    <name>CsvWriter</name>
    <message>
        <source>“%1” cannot be written (%2). Choose another folder or name.</source>
        <translation>“%1” cannot be written (%2). Choose another folder or name.</translation>
    </message>
    <message>
        <source>“%1” could not be written to the end (%2). Check that there is room on the disk, and try again.</source>
        <translation>“%1” could not be written to the end (%2). Check that there is room on the disk, and try again.</translation>
    </message>
</context>
<context>
    <name>DatabaseReplacement</name>
    <message>
        <source>Another program is writing to the database. Try again in a moment.</source>
        <translation>Another program is writing to the database. Try again in a moment.</translation>
    </message>
    <message>
        <source>The content of the database could not be replaced.</source>
        <translation>The content of the database could not be replaced.</translation>
    </message>
</context>
<context>
    <name>DayBar</name>
    <message>
        <source>Sending hours %1 to %2, sends from %3 to %4</source>
        <extracomment>Read aloud for a picture of the day: the sending hours, then when the campaign sends.</extracomment>
        <translation>Sending hours %1 to %2, sends from %3 to %4</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>From one time of day to another: &quot;10:00 to 12:18&quot;</extracomment>
        <translation>%1 to %2</translation>
    </message>
</context>
<context>
    <name>DefaultsPanel</name>
    <message>
        <source>Sending defaults</source>
        <translation>Sending defaults</translation>
    </message>
    <message>
        <source>What every new campaign begins with. Each one can be changed on its own.</source>
        <translation>What every new campaign begins with. Each one can be changed on its own.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>Phone numbers without a country code are read as numbers of this country.</source>
        <translation>Phone numbers without a country code are read as numbers of this country.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>Sending hours and schedules are in this zone.</source>
        <translation>Sending hours and schedules are in this zone.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>New numbers keep a good rating by sending slowly at first.</source>
        <translation>New numbers keep a good rating by sending slowly at first.</translation>
    </message>
    <message>
        <source>Sending hours</source>
        <translation>Sending hours</translation>
    </message>
    <message>
        <source>Outside these hours nothing leaves; the rest waits for the next day.</source>
        <translation>Outside these hours nothing leaves; the rest waits for the next day.</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>A word that Fanfare does not know: %1</source>
        <translation>A word that Fanfare does not know: %1</translation>
    </message>
    <message>
        <source>It is about an earlier attempt.</source>
        <translation>It is about an earlier attempt.</translation>
    </message>
    <message>
        <source>It changed nothing.</source>
        <translation>It changed nothing.</translation>
    </message>
    <message>
        <source>A time was filled in.</source>
        <translation>A time was filled in.</translation>
    </message>
    <message>
        <source>The message is not known yet; the event was kept.</source>
        <translation>The message is not known yet; the event was kept.</translation>
    </message>
    <message>
        <source>Stored.</source>
        <translation>Stored.</translation>
    </message>
    <message>
        <source>An answer to a campaign.</source>
        <translation>An answer to a campaign.</translation>
    </message>
    <message>
        <source>The person opted out.</source>
        <translation>The person opted out.</translation>
    </message>
    <message>
        <source>The person opted in again.</source>
        <translation>The person opted in again.</translation>
    </message>
    <message>
        <source>Kept, without effect: %1</source>
        <translation>Kept, without effect: %1</translation>
    </message>
    <message>
        <source>It was known already.</source>
        <translation>It was known already.</translation>
    </message>
    <message>
        <source>The person was erased; only a new opt-in lets them in again.</source>
        <translation>The person was erased; only a new opt-in lets them in again.</translation>
    </message>
    <message>
        <source>Meta says that the message failed and does not say why.</source>
        <translation>Meta says that the message failed and does not say why.</translation>
    </message>
    <message>
        <source>Reach this person another way.</source>
        <translation>Reach this person another way.</translation>
    </message>
    <message>
        <source>A message outside the campaigns: %1</source>
        <translation>A message outside the campaigns: %1</translation>
    </message>
    <message>
        <source>Something later is known already.</source>
        <translation>Something later is known already.</translation>
    </message>
    <message>
        <source>The person&apos;s number is not known yet; what they told WhatsApp was kept.</source>
        <translation>The person&apos;s number is not known yet; what they told WhatsApp was kept.</translation>
    </message>
    <message>
        <source>Of another number, which this workspace does not have: %1</source>
        <translation>Of another number, which this workspace does not have: %1</translation>
    </message>
    <message>
        <source>It cannot be stored, and was put aside: %1</source>
        <translation>It cannot be stored, and was put aside: %1</translation>
    </message>
</context>
<context>
    <name>DeliveryEventsController</name>
    <message>
        <source>The settings were not saved</source>
        <translation>The settings were not saved</translation>
    </message>
</context>
<context>
    <name>DeliveryEventsPanel</name>
    <message>
        <source>Connect the account</source>
        <translation>Connect the account</translation>
    </message>
    <message>
        <source>Delivery events</source>
        <translation>Delivery events</translation>
    </message>
    <message>
        <source>Meta answers a message with “accepted”. Who got, read and answered it, Meta tells afterwards, and only to an address that it can reach.</source>
        <translation>Meta answers a message with “accepted”. Who got, read and answered it, Meta tells afterwards, and only to an address that it can reach.</translation>
    </message>
    <message>
        <source>Let Meta reach this computer</source>
        <translation>Let Meta reach this computer</translation>
    </message>
    <message>
        <source>Tell Meta the address</source>
        <translation>Tell Meta the address</translation>
    </message>
    <message>
        <source>Wait for Meta&apos;s check</source>
        <translation>Wait for Meta&apos;s check</translation>
    </message>
    <message>
        <source>See the first event arrive</source>
        <translation>See the first event arrive</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Public address</translation>
    </message>
    <message>
        <source>Where Fanfare listens</source>
        <translation>Where Fanfare listens</translation>
    </message>
    <message>
        <source>Address on this computer</source>
        <translation>Address on this computer</translation>
    </message>
    <message>
        <source>127.0.0.1 is right for a tunnel or a reverse proxy on this computer.</source>
        <translation>127.0.0.1 is right for a tunnel or a reverse proxy on this computer.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Receive delivery events</source>
        <translation>Receive delivery events</translation>
    </message>
    <message>
        <source>Fanfare does not receive delivery events.</source>
        <translation>Fanfare does not receive delivery events.</translation>
    </message>
    <message>
        <source>Messages leave all the same. They are shown as accepted by Meta; whether they arrived is not known.</source>
        <translation>Messages leave all the same. They are shown as accepted by Meta; whether they arrived is not known.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Starting…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests of others were refused since this window was opened.</source>
        <translation>
            <numerusform>%Ln request of others was refused since this window was opened.</numerusform>
            <numerusform>%Ln requests of others were refused since this window was opened.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fanfare receives delivery events.</source>
        <translation>Fanfare receives delivery events.</translation>
    </message>
    <message>
        <source>Last one: %1.</source>
        <translation>Last one: %1.</translation>
    </message>
    <message>
        <source>None has come yet.</source>
        <translation>None has come yet.</translation>
    </message>
    <message>
        <source>Delivery events cannot arrive.</source>
        <translation>Delivery events cannot arrive.</translation>
    </message>
    <message>
        <source>Give the app secret</source>
        <translation>Give the app secret</translation>
    </message>
    <message>
        <source>Stop receiving</source>
        <translation>Stop receiving</translation>
    </message>
    <message>
        <source>Give a tunnel or a reverse proxy a public https address that leads to %1, and write it here.</source>
        <translation>Give a tunnel or a reverse proxy a public https address that leads to %1, and write it here.</translation>
    </message>
    <message>
        <source>Meta needs an address that begins with https:// and has no more than a name and a path.</source>
        <translation>Meta needs an address that begins with https:// and has no more than a name and a path.</translation>
    </message>
    <message>
        <source>In Meta&apos;s App Dashboard, open WhatsApp, Configuration, and paste these. Subscribe to the webhook fields below.</source>
        <translation>In Meta&apos;s App Dashboard, open WhatsApp, Configuration, and paste these. Subscribe to the webhook fields below.</translation>
    </message>
    <message>
        <source>Received: %1.</source>
        <translation>Received: %1.</translation>
    </message>
    <message>
        <source>Waiting for Meta&apos;s check… It comes when you save the address there, while Fanfare receives.</source>
        <translation>Waiting for Meta&apos;s check… It comes when you save the address there, while Fanfare receives.</translation>
    </message>
    <message>
        <source>Meta tells events only to apps that are connected to the WhatsApp account. This connects the app of your access key.</source>
        <translation>Meta tells events only to apps that are connected to the WhatsApp account. This connects the app of your access key.</translation>
    </message>
    <message>
        <source>Meta tells the events of this account to: %1.</source>
        <translation>Meta tells the events of this account to: %1.</translation>
    </message>
    <message>
        <source>Asking Meta…</source>
        <translation>Asking Meta…</translation>
    </message>
    <message>
        <source>Send a test message from a campaign&apos;s last step; its delivery is the first event.</source>
        <translation>Send a test message from a campaign&apos;s last step; its delivery is the first event.</translation>
    </message>
    <message>
        <source>Webhook fields: %1</source>
        <translation>Webhook fields: %1</translation>
    </message>
    <message>
        <source>Once the public address is there</source>
        <translation>Once the public address is there</translation>
    </message>
    <message>
        <source>Once Fanfare receives</source>
        <translation>Once Fanfare receives</translation>
    </message>
    <message>
        <source>Nobody received the delivery events from %1 to %2.</source>
        <translation>Nobody received the delivery events from %1 to %2.</translation>
    </message>
    <message>
        <source>Meta tries for seven days only. What became of messages in that time stays unknown.</source>
        <translation>Meta tries for seven days only. What became of messages in that time stays unknown.</translation>
    </message>
    <message>
        <source>Delivery events arrive, but cannot be stored.</source>
        <translation>Delivery events arrive, but cannot be stored.</translation>
    </message>
    <message>
        <source>Meta sends them again.</source>
        <translation>Meta sends them again.</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>I have seen it</translation>
    </message>
    <message>
        <source>Once its app secret is known</source>
        <translation>Once its app secret is known</translation>
    </message>
    <message>
        <source>Fanfare does not receive the events of every number.</source>
        <translation>Fanfare does not receive the events of every number.</translation>
    </message>
    <message>
        <source>The app secret of %1 is not known. Give it under Accounts; until then its events are refused, unless it belongs to the same app as another number.</source>
        <translation>The app secret of %1 is not known. Give it under Accounts; until then its events are refused, unless it belongs to the same app as another number.</translation>
    </message>
    <message>
        <source>Delivery events come through the relay.</source>
        <translation>Delivery events come through the relay.</translation>
    </message>
    <message>
        <source>Fanfare fetches them from %1. This computer need not be reached.</source>
        <translation>Fanfare fetches them from %1. This computer need not be reached.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) were of other numbers of the same Meta app, and nothing of them is kept here.</source>
        <translation>
            <numerusform>%Ln event was of another number of the same Meta app, and nothing of it is kept here.</numerusform>
            <numerusform>%Ln events were of other numbers of the same Meta app, and nothing of them is kept here.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only events of this workspace&apos;s numbers are taken.</source>
        <translation>Only events of this workspace&apos;s numbers are taken.</translation>
    </message>
    <message>
        <source>They are kept whole, and what came after them was taken. “fanfare-cli webhook left-out” lists them with the reason.</source>
        <translation>They are kept whole, and what came after them was taken. “fanfare-cli webhook left-out” lists them with the reason.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln delivery event message(s) cannot be stored, and were put aside.</source>
        <translation>
            <numerusform>%Ln message of Meta’s with delivery events cannot be stored, and was put aside.</numerusform>
            <numerusform>%Ln messages of Meta’s with delivery events cannot be stored, and were put aside.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsStep</name>
    <message>
        <source>with sample values</source>
        <translation>with sample values</translation>
    </message>
    <message>
        <source>Marked words are filled in for each person.</source>
        <translation>Marked words are filled in for each person.</translation>
    </message>
    <message>
        <source>Connect a number in Settings; drafting works without one</source>
        <translation>Connect a number in Settings; drafting works without one</translation>
    </message>
    <message>
        <source>Templates are listed for this number</source>
        <translation>Templates are listed for this number</translation>
    </message>
    <message>
        <source>Campaign name</source>
        <translation>Campaign name</translation>
    </message>
    <message>
        <source>Only you see this name</source>
        <translation>Only you see this name</translation>
    </message>
    <message>
        <source>Send from</source>
        <translation>Send from</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Values this template needs from each recipient</source>
        <translation>Values this template needs from each recipient</translation>
    </message>
    <message>
        <source>File, link or media number</source>
        <translation>File, link or media number</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <source>File for the header</source>
        <translation>File for the header</translation>
    </message>
    <message>
        <source>This is a marketing template.</source>
        <translation>This is a marketing template.</translation>
    </message>
    <message>
        <source>Meta charges for every message delivered, and people who stopped marketing messages will not get it.</source>
        <translation>Meta charges for every message delivered, and people who stopped marketing messages will not get it.</translation>
    </message>
    <message>
        <source>You will match them to columns in the next step</source>
        <translation>You will match them to columns in the next step</translation>
    </message>
    <message>
        <source>Choose a template to see the message as a phone will show it.</source>
        <translation>Choose a template to see the message as a phone will show it.</translation>
    </message>
</context>
<context>
    <name>DirectMessages</name>
    <message>
        <source>Nobody may write to this number: the person opted out, or is on the suppression list.</source>
        <translation>Nobody may write to this number: the person opted out, or is on the suppression list.</translation>
    </message>
    <message>
        <source>A test message was not sent: nobody took it up in time, and whoever asked for it no longer waits.</source>
        <translation>A test message was not sent: nobody took it up in time, and whoever asked for it no longer waits.</translation>
    </message>
    <message>
        <source>There is no such message.</source>
        <translation>There is no such message.</translation>
    </message>
    <message>
        <source>The program stopped while this message was on its way.</source>
        <translation>The program stopped while this message was on its way.</translation>
    </message>
    <message>
        <source>The program had stopped while a test message was on its way. It may or may not have gone out; it is not sent again.</source>
        <translation>The program had stopped while a test message was on its way. It may or may not have gone out; it is not sent again.</translation>
    </message>
    <message>
        <source>The person has not written for 24 hours: until they write again, Meta takes nothing but approved templates.</source>
        <translation>The person has not written for 24 hours: until they write again, Meta takes nothing but approved templates.</translation>
    </message>
    <message>
        <source>WhatsApp holds marketing back from this person, who gets many offers, until %1. Who tries before is held back longer. Another kind of template goes out, and so does any answer once the person writes.</source>
        <translation>WhatsApp holds marketing back from this person, who gets many offers, until %1. Who tries before is held back longer. Another kind of template goes out, and so does any answer once the person writes.</translation>
    </message>
</context>
<context>
    <name>DirectMessenger</name>
    <message>
        <source>No answer came: the message may have gone out, or not.</source>
        <translation>No answer came: the message may have gone out, or not.</translation>
    </message>
    <message>
        <source>The message was not sent: nothing could leave from this number in time. It will not be sent later.</source>
        <translation>The message was not sent: nothing could leave from this number in time. It will not be sent later.</translation>
    </message>
    <message>
        <source>Meta could not be reached.</source>
        <translation>Meta could not be reached.</translation>
    </message>
    <message>
        <source>The program that sent it has stopped.</source>
        <translation>The program that sent it has stopped.</translation>
    </message>
</context>
<context>
    <name>Draft</name>
    <message>
        <source>Give the campaign a name</source>
        <translation>Give the campaign a name</translation>
    </message>
    <message>
        <source>Use a shorter name</source>
        <translation>Use a shorter name</translation>
    </message>
    <message>
        <source>Choose a template</source>
        <translation>Choose a template</translation>
    </message>
    <message>
        <source>This template is no longer there. Choose another one</source>
        <translation>This template is no longer there. Choose another one</translation>
    </message>
    <message>
        <source>This template cannot be sent: Meta says “%1”</source>
        <translation>This template cannot be sent: Meta says “%1”</translation>
    </message>
    <message>
        <source>This template has parts that Fanfare cannot fill in yet</source>
        <translation>This template has parts that Fanfare cannot fill in yet</translation>
    </message>
    <message>
        <source>This template needs a file for its header</source>
        <translation>This template needs a file for its header</translation>
    </message>
    <message>
        <source>This file cannot be read. Choose it again</source>
        <translation>This file cannot be read. Choose it again</translation>
    </message>
    <message>
        <source>Add at least one person</source>
        <translation>Add at least one person</translation>
    </message>
    <message>
        <source>Choose a day and a time</source>
        <translation>Choose a day and a time</translation>
    </message>
    <message>
        <source>This time is over. Choose a later one</source>
        <translation>This time is over. Choose a later one</translation>
    </message>
    <message>
        <source>The hours begin and end at the same time</source>
        <translation>The hours begin and end at the same time</translation>
    </message>
    <message>
        <source>Choose at least one day</source>
        <translation>Choose at least one day</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Recipients</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
</context>
<context>
    <name>DraftAudience</name>
    <message>
        <source>The people could not be read</source>
        <translation>The people could not be read</translation>
    </message>
    <message>
        <source>The rows were not saved</source>
        <translation>The rows were not saved</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows were saved</source>
        <translation>
            <numerusform>%Ln row was saved</numerusform>
            <numerusform>%Ln rows were saved</numerusform>
        </translation>
    </message>
    <message>
        <source>This number is in the campaign already</source>
        <translation>This number is in the campaign already</translation>
    </message>
    <message>
        <source>This person asked not to be written to</source>
        <translation>This person asked not to be written to</translation>
    </message>
    <message>
        <source>They could not be added</source>
        <translation>They could not be added</translation>
    </message>
    <message>
        <source>They could not be removed</source>
        <translation>They could not be removed</translation>
    </message>
    <message>
        <source>The contacts could not be read</source>
        <translation>The contacts could not be read</translation>
    </message>
</context>
<context>
    <name>DraftFilling</name>
    <message>
        <source>Another list is being put into this campaign. Wait until it is done.</source>
        <translation>Another list is being put into this campaign. Wait until it is done.</translation>
    </message>
    <message>
        <source>People are still being put into this campaign. Try again in a moment.</source>
        <translation>People are still being put into this campaign. Try again in a moment.</translation>
    </message>
    <message>
        <source>The program stopped while a list was being put into this campaign. Those who had come were taken out again: import the list once more, then send.</source>
        <translation>The program stopped while a list was being put into this campaign. Those who had come were taken out again: import the list once more, then send.</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>WhatsApp knows them as one person.</source>
        <translation>WhatsApp knows them as one person.</translation>
    </message>
    <message>
        <source>Their numbers are two ways to write the same one.</source>
        <translation>Their numbers are two ways to write the same one.</translation>
    </message>
    <message>
        <source>They have the same name and e-mail address.</source>
        <translation>They have the same name and e-mail address.</translation>
    </message>
    <message numerus="yes">
        <source>Nobody is written to at their %Ln other numbers any more.</source>
        <translation>
            <numerusform>Nobody is written to at their %Ln other number any more.</numerusform>
            <numerusform>Nobody is written to at their %Ln other numbers any more.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is written to at %1 any more.</source>
        <extracomment>%1 is one phone number, or up to three of them</extracomment>
        <translation>Nobody is written to at %1 any more.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A person&apos;s name and phone number</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>The name of an attribute and its value</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing else is known</source>
        <translation>Nothing else is known</translation>
    </message>
    <message>
        <source>%1 keeps what it has and gets the tags and values that it lacks.</source>
        <translation>%1 keeps what it has and gets the tags and values that it lacks.</translation>
    </message>
    <message>
        <source>Messages that wait are sent to it, once; what was sent stays in its history.</source>
        <translation>Messages that wait are sent to it, once; what was sent stays in its history.</translation>
    </message>
    <message>
        <source>One of them opted out, so this person gets nothing at any number.</source>
        <translation>One of them opted out, so this person gets nothing at any number.</translation>
    </message>
</context>
<context>
    <name>DuplicatesController</name>
    <message>
        <source>Comparing the contacts…</source>
        <translation>Comparing the contacts…</translation>
    </message>
    <message>
        <source>The contacts could not be compared</source>
        <translation>The contacts could not be compared</translation>
    </message>
    <message>
        <source>No two contacts look like the same person</source>
        <translation>No two contacts look like the same person</translation>
    </message>
    <message numerus="yes">
        <source>%Ln contacts became part of another one</source>
        <translation>
            <numerusform>%Ln contact became part of another one</numerusform>
            <numerusform>%Ln contacts became part of another one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>Are these the same person?</source>
        <translation>Are these the same person?</translation>
    </message>
    <message>
        <source>Choose the number to keep.</source>
        <translation>Choose the number to keep.</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>Stop here</translation>
    </message>
    <message>
        <source>Leave them apart</source>
        <translation>Leave them apart</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>They were not merged</source>
        <translation>They were not merged</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation>Leave out %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Which of the possible duplicates is shown: &quot;2 of 7&quot;</extracomment>
        <translation>%1 of %2</translation>
    </message>
    <message numerus="yes">
        <source>Merge these %Ln</source>
        <translation>
            <numerusform>Merge this %Ln</numerusform>
            <numerusform>Merge these %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EngineController</name>
    <message>
        <source>What it does is shown here. This window takes over when it ends.</source>
        <translation>What it does is shown here. This window takes over when it ends.</translation>
    </message>
    <message>
        <source>%1 has been running it since %2. What it does is shown here, and this window takes over when it ends.</source>
        <translation>%1 has been running it since %2. What it does is shown here, and this window takes over when it ends.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages were on their way when Fanfare was closed; they are unconfirmed</source>
        <translation>
            <numerusform>%Ln message was on its way when Fanfare was closed; it is unconfirmed</numerusform>
            <numerusform>%Ln messages were on their way when Fanfare was closed; they are unconfirmed</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program sends from this workspace.</source>
        <translation>Another program sends from this workspace.</translation>
    </message>
    <message>
        <source>This workspace does not send yet.</source>
        <translation>This workspace does not send yet.</translation>
    </message>
    <message>
        <source>Send from here</source>
        <translation>Send from here</translation>
    </message>
    <message>
        <source>Nothing can be sent at the moment.</source>
        <translation>Nothing can be sent at the moment.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>The workspace still does not send</source>
        <translation>The workspace still does not send</translation>
    </message>
    <message>
        <source>Sending has stopped because you are logging out.</source>
        <translation>Sending has stopped because you are logging out.</translation>
    </message>
    <message>
        <source>It goes on by itself in a minute if you stay, and else when Fanfare is opened again.</source>
        <translation>It goes on by itself in a minute if you stay, and else when Fanfare is opened again.</translation>
    </message>
    <message>
        <source>Go on now</source>
        <translation>Go on now</translation>
    </message>
    <message>
        <source>Send from here…</source>
        <translation>Send from here…</translation>
    </message>
    <message>
        <source>Send from this workspace?</source>
        <translation>Send from this workspace?</translation>
    </message>
    <message>
        <source>Fanfare cannot see what the original has sent since this copy was made. If the original sends too, people get the same message twice. Send from here only where the original is gone or will not be used any more.</source>
        <translation>Fanfare cannot see what the original has sent since this copy was made. If the original sends too, people get the same message twice. Send from here only where the original is gone or will not be used any more.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are still to get a message from campaigns that are sending or scheduled here.</source>
        <translation>
            <numerusform>%Ln person is still to get a message from campaigns that are sending or scheduled here.</numerusform>
            <numerusform>%Ln people are still to get a message from campaigns that are sending or scheduled here.</numerusform>
        </translation>
    </message>
    <message>
        <source>No campaign is sending or scheduled here, so nothing leaves at once.</source>
        <translation>No campaign is sending or scheduled here, so nothing leaves at once.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>EngineLock</name>
    <message>
        <source>The workspace folder cannot be locked: %1</source>
        <translation>The workspace folder cannot be locked: %1</translation>
    </message>
    <message>
        <source>%1 (process %2) is already sending for this workspace.</source>
        <translation>%1 (process %2) is already sending for this workspace.</translation>
    </message>
    <message>
        <source>Another program is already sending for this workspace.</source>
        <translation>Another program is already sending for this workspace.</translation>
    </message>
    <message>
        <source>A single message is just being sent from this workspace. Try again.</source>
        <translation>A single message is just being sent from this workspace. Try again.</translation>
    </message>
</context>
<context>
    <name>EngineReporter</name>
    <message>
        <source>Campaign %1</source>
        <translation>Campaign %1</translation>
    </message>
    <message>
        <source>%1/s, %2 remaining</source>
        <translation>%1/s, %2 remaining</translation>
    </message>
    <message>
        <source>Campaign %1: %2</source>
        <translation>Campaign %1: %2</translation>
    </message>
    <message>
        <source>it goes on.</source>
        <translation>it goes on.</translation>
    </message>
    <message numerus="yes">
        <source>The last run was cut off: %n message(s) may or may not have gone out. They are not sent again; see: fanfare-cli campaign resolve --help</source>
        <translation>
            <numerusform>The last run was cut off: %n message may or may not have gone out. It is not sent again; see: fanfare-cli campaign resolve --help</numerusform>
            <numerusform>The last run was cut off: %n messages may or may not have gone out. They are not sent again; see: fanfare-cli campaign resolve --help</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EngineRun</name>
    <message>
        <source>The engine runs. Ctrl+C stops it.</source>
        <translation>The engine runs. Ctrl+C stops it.</translation>
    </message>
    <message>
        <source>Campaign %1 was missed and waits for your word: fanfare-cli campaign resume %1, or campaign schedule %1 TIME</source>
        <translation>Campaign %1 was missed and waits for your word: fanfare-cli campaign resume %1, or campaign schedule %1 TIME</translation>
    </message>
</context>
<context>
    <name>Erasure</name>
    <message>
        <source>Another program is reading the workspace. Try again in a moment.</source>
        <translation>Another program is reading the workspace. Try again in a moment.</translation>
    </message>
</context>
<context>
    <name>ErrorCatalog</name>
    <message>
        <source>WhatsApp no longer accepts the saved access key.</source>
        <translation>WhatsApp no longer accepts the saved access key.</translation>
    </message>
    <message>
        <source>Paste a newly generated key in Settings and then resume the campaign.</source>
        <translation>Paste a newly generated key in Settings and then resume the campaign.</translation>
    </message>
    <message>
        <source>Meta reported an unspecified problem.</source>
        <translation>Meta reported an unspecified problem.</translation>
    </message>
    <message>
        <source>The app will try again by itself, and if it keeps happening check Meta&apos;s status page or contact support.</source>
        <translation>The app will try again by itself, and if it keeps happening check Meta&apos;s status page or contact support.</translation>
    </message>
    <message>
        <source>Meta&apos;s servers are temporarily busy or down.</source>
        <translation>Meta&apos;s servers are temporarily busy or down.</translation>
    </message>
    <message>
        <source>Nothing is lost and the app will try again shortly.</source>
        <translation>Nothing is lost and the app will try again shortly.</translation>
    </message>
    <message>
        <source>The Meta app behind this account is not allowed to do this.</source>
        <translation>The Meta app behind this account is not allowed to do this.</translation>
    </message>
    <message>
        <source>Ask whoever set up the Meta app to add the WhatsApp messaging and management permissions.</source>
        <translation>Ask whoever set up the Meta app to add the WhatsApp messaging and management permissions.</translation>
    </message>
    <message>
        <source>The Meta app has made too many requests this hour.</source>
        <translation>The Meta app has made too many requests this hour.</translation>
    </message>
    <message>
        <source>Sending pauses briefly and continues on its own.</source>
        <translation>Sending pauses briefly and continues on its own.</translation>
    </message>
    <message>
        <source>The access key lacks a needed permission or the account is not eligible for this feature.</source>
        <translation>The access key lacks a needed permission or the account is not eligible for this feature.</translation>
    </message>
    <message>
        <source>Have an administrator regenerate the key with all WhatsApp permissions.</source>
        <translation>Have an administrator regenerate the key with all WhatsApp permissions.</translation>
    </message>
    <message>
        <source>Too many requests were made with this access key.</source>
        <translation>Too many requests were made with this access key.</translation>
    </message>
    <message>
        <source>Wait a little and the app will continue on its own.</source>
        <translation>Wait a little and the app will continue on its own.</translation>
    </message>
    <message>
        <source>The sending phone number no longer exists in Meta&apos;s system.</source>
        <translation>The sending phone number no longer exists in Meta&apos;s system.</translation>
    </message>
    <message>
        <source>Choose another sending number or re-check the number ID in Settings.</source>
        <translation>Choose another sending number or re-check the number ID in Settings.</translation>
    </message>
    <message>
        <source>Meta did not understand part of this request, which usually means the template changed or a setting is wrong.</source>
        <translation>Meta did not understand part of this request, which usually means the template changed or a setting is wrong.</translation>
    </message>
    <message>
        <source>Refresh the templates and check the campaign before resuming.</source>
        <translation>Refresh the templates and check the campaign before resuming.</translation>
    </message>
    <message>
        <source>Meta cannot find this account, number or template with the saved access key.</source>
        <translation>Meta cannot find this account, number or template with the saved access key.</translation>
    </message>
    <message>
        <source>Check the IDs in Settings and that the key was given access to this account.</source>
        <translation>Check the IDs in Settings and that the key was given access to this account.</translation>
    </message>
    <message>
        <source>The saved login to Meta is no longer valid.</source>
        <translation>The saved login to Meta is no longer valid.</translation>
    </message>
    <message>
        <source>Generate a new access key and save it in Settings.</source>
        <translation>Generate a new access key and save it in Settings.</translation>
    </message>
    <message>
        <source>Meta wants a valid access key, or a matching app secret, with each request.</source>
        <translation>Meta wants a valid access key, or a matching app secret, with each request.</translation>
    </message>
    <message>
        <source>Check both values in Settings.</source>
        <translation>Check both values in Settings.</translation>
    </message>
    <message>
        <source>The access key has expired or was revoked.</source>
        <translation>The access key has expired or was revoked.</translation>
    </message>
    <message>
        <source>Create a new never-expiring system-user key, save it in Settings and resume.</source>
        <translation>Create a new never-expiring system-user key, save it in Settings and resume.</translation>
    </message>
    <message>
        <source>The access key was not given access to this WhatsApp account.</source>
        <translation>The access key was not given access to this WhatsApp account.</translation>
    </message>
    <message>
        <source>An administrator must assign the account to the system user in Meta Business settings.</source>
        <translation>An administrator must assign the account to the system user in Meta Business settings.</translation>
    </message>
    <message>
        <source>The Meta app hit a temporary limit.</source>
        <translation>The Meta app hit a temporary limit.</translation>
    </message>
    <message>
        <source>Wait and the app will continue on its own.</source>
        <translation>Wait and the app will continue on its own.</translation>
    </message>
    <message>
        <source>Meta has restricted or disabled this WhatsApp account for breaking a policy.</source>
        <translation>Meta has restricted or disabled this WhatsApp account for breaking a policy.</translation>
    </message>
    <message>
        <source>Open Meta&apos;s Business Support Home to see why and appeal before sending anything else.</source>
        <translation>Open Meta&apos;s Business Support Home to see why and appeal before sending anything else.</translation>
    </message>
    <message>
        <source>Meta saw this as a repeat of the previous request.</source>
        <translation>Meta saw this as a repeat of the previous request.</translation>
    </message>
    <message>
        <source>It was not sent again.</source>
        <translation>It was not sent again.</translation>
    </message>
    <message>
        <source>This kind of request was made too often.</source>
        <translation>This kind of request was made too often.</translation>
    </message>
    <message>
        <source>Wait a few minutes and the app will try again.</source>
        <translation>Wait a few minutes and the app will try again.</translation>
    </message>
    <message>
        <source>An ID saved in Settings does not exist at Meta.</source>
        <translation>An ID saved in Settings does not exist at Meta.</translation>
    </message>
    <message>
        <source>Re-check the account ID and phone number ID.</source>
        <translation>Re-check the account ID and phone number ID.</translation>
    </message>
    <message>
        <source>The app asked Meta for an address that does not exist.</source>
        <translation>The app asked Meta for an address that does not exist.</translation>
    </message>
    <message>
        <source>Update the app or report this to support.</source>
        <translation>Update the app or report this to support.</translation>
    </message>
    <message>
        <source>Too many management requests were made for this WhatsApp account this hour.</source>
        <translation>Too many management requests were made for this WhatsApp account this hour.</translation>
    </message>
    <message>
        <source>The app will slow down and try again later.</source>
        <translation>The app will slow down and try again later.</translation>
    </message>
    <message>
        <source>Too many requests were made to this WhatsApp account.</source>
        <translation>Too many requests were made to this WhatsApp account.</translation>
    </message>
    <message>
        <source>The app will wait and continue on its own.</source>
        <translation>The app will wait and continue on its own.</translation>
    </message>
    <message>
        <source>The product catalogue was updated too many times in a short period.</source>
        <translation>The product catalogue was updated too many times in a short period.</translation>
    </message>
    <message>
        <source>Remaining products will be sent later automatically.</source>
        <translation>Remaining products will be sent later automatically.</translation>
    </message>
    <message>
        <source>Your own business has blocked this person.</source>
        <translation>Your own business has blocked this person.</translation>
    </message>
    <message>
        <source>Unblock them first if you really want to message them.</source>
        <translation>Unblock them first if you really want to message them.</translation>
    </message>
    <message>
        <source>Messages were sent faster than this number is allowed.</source>
        <translation>Messages were sent faster than this number is allowed.</translation>
    </message>
    <message>
        <source>The app slows down and resends automatically.</source>
        <translation>The app slows down and resends automatically.</translation>
    </message>
    <message>
        <source>Meta left this person out of the marketing message as part of its own test, so do not resend it.</source>
        <translation>Meta left this person out of the marketing message as part of its own test, so do not resend it.</translation>
    </message>
    <message>
        <source>Wait for them to write to you or use another channel.</source>
        <translation>Wait for them to write to you or use another channel.</translation>
    </message>
    <message>
        <source>Your WhatsApp account is not allowed to message people in this contact&apos;s country.</source>
        <translation>Your WhatsApp account is not allowed to message people in this contact&apos;s country.</translation>
    </message>
    <message>
        <source>Remove contacts from that country from the campaign.</source>
        <translation>Remove contacts from that country from the campaign.</translation>
    </message>
    <message>
        <source>Meta had an unexpected problem with this message.</source>
        <translation>Meta had an unexpected problem with this message.</translation>
    </message>
    <message>
        <source>The app will try again a few times and then mark the contact as failed.</source>
        <translation>The app will try again a few times and then mark the contact as failed.</translation>
    </message>
    <message>
        <source>The finished message is longer than WhatsApp allows.</source>
        <translation>The finished message is longer than WhatsApp allows.</translation>
    </message>
    <message>
        <source>Shorten the personal values used for this contact.</source>
        <translation>Shorten the personal values used for this contact.</translation>
    </message>
    <message>
        <source>The message was addressed in a way Meta does not support.</source>
        <translation>The message was addressed in a way Meta does not support.</translation>
    </message>
    <message>
        <source>Update the app or contact support.</source>
        <translation>Update the app or contact support.</translation>
    </message>
    <message>
        <source>The access key is not allowed to send from this number.</source>
        <translation>The access key is not allowed to send from this number.</translation>
    </message>
    <message>
        <source>Have an administrator grant the messaging permission and save a new key.</source>
        <translation>Have an administrator grant the messaging permission and save a new key.</translation>
    </message>
    <message>
        <source>Something this message refers to, such as a file, no longer exists at Meta.</source>
        <translation>Something this message refers to, such as a file, no longer exists at Meta.</translation>
    </message>
    <message>
        <source>Upload it again and resume.</source>
        <translation>Upload it again and resume.</translation>
    </message>
    <message>
        <source>A required value was empty for this contact.</source>
        <translation>A required value was empty for this contact.</translation>
    </message>
    <message>
        <source>Fill in the missing column in the contact list and send to them again.</source>
        <translation>Fill in the missing column in the contact list and send to them again.</translation>
    </message>
    <message>
        <source>One of the values for this contact, often the phone number or a link, is not valid.</source>
        <translation>One of the values for this contact, often the phone number or a link, is not valid.</translation>
    </message>
    <message>
        <source>Correct it and send to them again.</source>
        <translation>Correct it and send to them again.</translation>
    </message>
    <message>
        <source>A Meta service is temporarily unavailable.</source>
        <translation>A Meta service is temporarily unavailable.</translation>
    </message>
    <message>
        <source>The app will try again shortly.</source>
        <translation>The app will try again shortly.</translation>
    </message>
    <message>
        <source>A WhatsApp group with only one member cannot receive messages.</source>
        <translation>A WhatsApp group with only one member cannot receive messages.</translation>
    </message>
    <message>
        <source>The contact&apos;s number is the same as your sending number.</source>
        <translation>The contact&apos;s number is the same as your sending number.</translation>
    </message>
    <message>
        <source>Remove it from the list.</source>
        <translation>Remove it from the list.</translation>
    </message>
    <message>
        <source>The number is not on WhatsApp, uses a very old app or has not accepted WhatsApp&apos;s terms.</source>
        <translation>The number is not on WhatsApp, uses a very old app or has not accepted WhatsApp&apos;s terms.</translation>
    </message>
    <message>
        <source>Check the number or reach this person another way.</source>
        <translation>Check the number or reach this person another way.</translation>
    </message>
    <message>
        <source>You are using Meta&apos;s free test number, which only writes to a few pre-approved phones.</source>
        <translation>You are using Meta&apos;s free test number, which only writes to a few pre-approved phones.</translation>
    </message>
    <message>
        <source>Add this phone in the Meta dashboard or connect a real business number.</source>
        <translation>Add this phone in the Meta dashboard or connect a real business number.</translation>
    </message>
    <message>
        <source>Your WhatsApp account is locked or its details could not be verified.</source>
        <translation>Your WhatsApp account is locked or its details could not be verified.</translation>
    </message>
    <message>
        <source>Open Meta&apos;s Business Support Home, resolve the issue and only then resume.</source>
        <translation>Open Meta&apos;s Business Support Home, resolve the issue and only then resume.</translation>
    </message>
    <message>
        <source>The display name of this sending number has not been approved yet.</source>
        <translation>The display name of this sending number has not been approved yet.</translation>
    </message>
    <message>
        <source>Fix the name in WhatsApp Manager and wait for approval.</source>
        <translation>Fix the name in WhatsApp Manager and wait for approval.</translation>
    </message>
    <message>
        <source>The group was not found or your number is not in it.</source>
        <translation>The group was not found or your number is not in it.</translation>
    </message>
    <message>
        <source>Meta could not bill this message.</source>
        <translation>Meta could not bill this message.</translation>
    </message>
    <message>
        <source>Add or fix the payment method in Meta&apos;s billing settings and then resume the campaign.</source>
        <translation>Add or fix the payment method in Meta&apos;s billing settings and then resume the campaign.</translation>
    </message>
    <message>
        <source>The message could not be delivered before it expired, usually because the phone was off.</source>
        <translation>The message could not be delivered before it expired, usually because the phone was off.</translation>
    </message>
    <message>
        <source>Send it again later if it is still relevant.</source>
        <translation>Send it again later if it is still relevant.</translation>
    </message>
    <message>
        <source>Meta could not bill this call.</source>
        <translation>Meta could not bill this call.</translation>
    </message>
    <message>
        <source>Fix the payment method in Meta&apos;s billing settings.</source>
        <translation>Fix the payment method in Meta&apos;s billing settings.</translation>
    </message>
    <message>
        <source>The sending number is not properly registered with the API.</source>
        <translation>The sending number is not properly registered with the API.</translation>
    </message>
    <message>
        <source>Register it again in Settings before sending.</source>
        <translation>Register it again in Settings before sending.</translation>
    </message>
    <message>
        <source>More than 24 hours passed since this person last wrote to you.</source>
        <translation>More than 24 hours passed since this person last wrote to you.</translation>
    </message>
    <message>
        <source>Only an approved template can be sent to them now.</source>
        <translation>Only an approved template can be sent to them now.</translation>
    </message>
    <message>
        <source>WhatsApp limited this number because too many people blocked or reported earlier messages.</source>
        <translation>WhatsApp limited this number because too many people blocked or reported earlier messages.</translation>
    </message>
    <message>
        <source>Stop, check the quality rating in WhatsApp Manager and resume with a smaller, better-matched audience.</source>
        <translation>Stop, check the quality rating in WhatsApp Manager and resume with a smaller, better-matched audience.</translation>
    </message>
    <message>
        <source>WhatsApp chose not to deliver this marketing message because this person already gets many, or has a US number.</source>
        <translation>WhatsApp chose not to deliver this marketing message because this person already gets many, or has a US number.</translation>
    </message>
    <message>
        <source>Wait at least 24 hours and do not retry sooner.</source>
        <translation>Wait at least 24 hours and do not retry sooner.</translation>
    </message>
    <message>
        <source>This person asked WhatsApp to stop your marketing messages.</source>
        <translation>This person asked WhatsApp to stop your marketing messages.</translation>
    </message>
    <message>
        <source>They were moved to the do-not-send list.</source>
        <translation>They were moved to the do-not-send list.</translation>
    </message>
    <message>
        <source>This type of message is not supported by WhatsApp.</source>
        <translation>This type of message is not supported by WhatsApp.</translation>
    </message>
    <message>
        <source>Choose another message type or template.</source>
        <translation>Choose another message type or template.</translation>
    </message>
    <message>
        <source>A file the customer sent you could not be fetched.</source>
        <translation>A file the customer sent you could not be fetched.</translation>
    </message>
    <message>
        <source>Ask them to send it again or by another channel.</source>
        <translation>Ask them to send it again or by another channel.</translation>
    </message>
    <message>
        <source>WhatsApp could not use the picture, video or document.</source>
        <translation>WhatsApp could not use the picture, video or document.</translation>
    </message>
    <message>
        <source>Check that it is a supported type and size, upload it again and resume.</source>
        <translation>Check that it is a supported type and size, upload it again and resume.</translation>
    </message>
    <message>
        <source>This sending route accepts marketing templates only.</source>
        <translation>This sending route accepts marketing templates only.</translation>
    </message>
    <message>
        <source>Choose a marketing template or switch to normal sending.</source>
        <translation>Choose a marketing template or switch to normal sending.</translation>
    </message>
    <message>
        <source>Too many messages went to this one person in a short time.</source>
        <translation>Too many messages went to this one person in a short time.</translation>
    </message>
    <message>
        <source>The app waits before writing to them again while others continue.</source>
        <translation>The app waits before writing to them again while others continue.</translation>
    </message>
    <message>
        <source>Meta is upgrading this number right now.</source>
        <translation>Meta is upgrading this number right now.</translation>
    </message>
    <message>
        <source>Sending continues automatically in a minute or two.</source>
        <translation>Sending continues automatically in a minute or two.</translation>
    </message>
    <message>
        <source>The list being loaded changed while it was read.</source>
        <translation>The list being loaded changed while it was read.</translation>
    </message>
    <message>
        <source>The app starts loading it again from the beginning.</source>
        <translation>The app starts loading it again from the beginning.</translation>
    </message>
    <message>
        <source>WhatsApp could not show you this customer&apos;s message.</source>
        <translation>WhatsApp could not show you this customer&apos;s message.</translation>
    </message>
    <message>
        <source>Ask them to send it again.</source>
        <translation>Ask them to send it again.</translation>
    </message>
    <message>
        <source>This message needs a phone number but the contact is only known by a WhatsApp ID.</source>
        <translation>This message needs a phone number but the contact is only known by a WhatsApp ID.</translation>
    </message>
    <message>
        <source>Ask the contact for their number or use another template.</source>
        <translation>Ask the contact for their number or use another template.</translation>
    </message>
    <message>
        <source>Your account is set to send marketing only through Meta&apos;s Marketing Messages route.</source>
        <translation>Your account is set to send marketing only through Meta&apos;s Marketing Messages route.</translation>
    </message>
    <message>
        <source>Switch the campaign to that route or turn the setting off.</source>
        <translation>Switch the campaign to that route or turn the setting off.</translation>
    </message>
    <message>
        <source>WhatsApp limited your account because templates were filed under the wrong category.</source>
        <translation>WhatsApp limited your account because templates were filed under the wrong category.</translation>
    </message>
    <message>
        <source>Correct the categories and wait until the restriction ends.</source>
        <translation>Correct the categories and wait until the restriction ends.</translation>
    </message>
    <message>
        <source>Only some of the group changes were made.</source>
        <translation>Only some of the group changes were made.</translation>
    </message>
    <message>
        <source>Review the list and repeat the rest.</source>
        <translation>Review the list and repeat the rest.</translation>
    </message>
    <message>
        <source>The same person was listed twice for the group.</source>
        <translation>The same person was listed twice for the group.</translation>
    </message>
    <message>
        <source>The group is full.</source>
        <translation>The group is full.</translation>
    </message>
    <message>
        <source>This group was suspended for breaking WhatsApp&apos;s rules.</source>
        <translation>This group was suspended for breaking WhatsApp&apos;s rules.</translation>
    </message>
    <message>
        <source>Too many group changes were made from this number.</source>
        <translation>Too many group changes were made from this number.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Try again later.</translation>
    </message>
    <message>
        <source>The group picture must be square.</source>
        <translation>The group picture must be square.</translation>
    </message>
    <message>
        <source>The group picture must be larger than 192 by 192 pixels.</source>
        <translation>The group picture must be larger than 192 by 192 pixels.</translation>
    </message>
    <message>
        <source>This number has created as many groups as it is allowed.</source>
        <translation>This number has created as many groups as it is allowed.</translation>
    </message>
    <message>
        <source>That person is not in the group.</source>
        <translation>That person is not in the group.</translation>
    </message>
    <message>
        <source>That request to join the group no longer exists.</source>
        <translation>That request to join the group no longer exists.</translation>
    </message>
    <message>
        <source>Group creation is switched off for now because of too many marketing messages.</source>
        <translation>Group creation is switched off for now because of too many marketing messages.</translation>
    </message>
    <message>
        <source>Try again in some days.</source>
        <translation>Try again in some days.</translation>
    </message>
    <message>
        <source>This number is not eligible for WhatsApp groups.</source>
        <translation>This number is not eligible for WhatsApp groups.</translation>
    </message>
    <message>
        <source>The template expects a different number of values than the campaign supplies.</source>
        <translation>The template expects a different number of values than the campaign supplies.</translation>
    </message>
    <message>
        <source>Refresh the template and map every placeholder before resuming.</source>
        <translation>Refresh the template and map every placeholder before resuming.</translation>
    </message>
    <message>
        <source>The template does not exist in this language or is not approved.</source>
        <translation>The template does not exist in this language or is not approved.</translation>
    </message>
    <message>
        <source>Refresh the templates and pick an approved one.</source>
        <translation>Refresh the templates and pick an approved one.</translation>
    </message>
    <message>
        <source>With this contact&apos;s values filled in the message is too long.</source>
        <translation>With this contact&apos;s values filled in the message is too long.</translation>
    </message>
    <message>
        <source>Shorten those values.</source>
        <translation>Shorten those values.</translation>
    </message>
    <message>
        <source>The template&apos;s content breaks a WhatsApp policy.</source>
        <translation>The template&apos;s content breaks a WhatsApp policy.</translation>
    </message>
    <message>
        <source>Edit it and submit it for review again.</source>
        <translation>Edit it and submit it for review again.</translation>
    </message>
    <message>
        <source>A value for this contact has a format the template does not accept.</source>
        <translation>A value for this contact has a format the template does not accept.</translation>
    </message>
    <message>
        <source>Correct it and resend.</source>
        <translation>Correct it and resend.</translation>
    </message>
    <message>
        <source>A value is of the wrong kind for the template, for example text where a picture is required.</source>
        <translation>A value is of the wrong kind for the template, for example text where a picture is required.</translation>
    </message>
    <message>
        <source>Fix the campaign&apos;s mapping and resume.</source>
        <translation>Fix the campaign&apos;s mapping and resume.</translation>
    </message>
    <message>
        <source>WhatsApp paused this template because recipients reacted badly.</source>
        <translation>WhatsApp paused this template because recipients reacted badly.</translation>
    </message>
    <message>
        <source>Wait or unpause it in WhatsApp Manager, improve the text and do not resend held messages yet.</source>
        <translation>Wait or unpause it in WhatsApp Manager, improve the text and do not resend held messages yet.</translation>
    </message>
    <message>
        <source>WhatsApp switched this template off for good after repeated complaints.</source>
        <translation>WhatsApp switched this template off for good after repeated complaints.</translation>
    </message>
    <message>
        <source>Create a new template with different content.</source>
        <translation>Create a new template with different content.</translation>
    </message>
    <message>
        <source>A value for this contact contains something not allowed, such as a line break, a tab or many spaces in a row.</source>
        <translation>A value for this contact contains something not allowed, such as a line break, a tab or many spaces in a row.</translation>
    </message>
    <message>
        <source>Clean the value and resend.</source>
        <translation>Clean the value and resend.</translation>
    </message>
    <message>
        <source>The form behind this template is blocked.</source>
        <translation>The form behind this template is blocked.</translation>
    </message>
    <message>
        <source>Repair the Flow in WhatsApp Manager before resuming.</source>
        <translation>Repair the Flow in WhatsApp Manager before resuming.</translation>
    </message>
    <message>
        <source>The form behind this template has technical problems and is limited to a few sends per hour.</source>
        <translation>The form behind this template has technical problems and is limited to a few sends per hour.</translation>
    </message>
    <message>
        <source>Repair the Flow before resuming.</source>
        <translation>Repair the Flow before resuming.</translation>
    </message>
    <message>
        <source>An earlier attempt to disconnect this number did not finish.</source>
        <translation>An earlier attempt to disconnect this number did not finish.</translation>
    </message>
    <message>
        <source>Disconnect it again and then register it.</source>
        <translation>Disconnect it again and then register it.</translation>
    </message>
    <message>
        <source>The number&apos;s backup could not be opened.</source>
        <translation>The number&apos;s backup could not be opened.</translation>
    </message>
    <message>
        <source>Register the number afresh.</source>
        <translation>Register the number afresh.</translation>
    </message>
    <message>
        <source>The number&apos;s recovery data could not be read.</source>
        <translation>The number&apos;s recovery data could not be read.</translation>
    </message>
    <message>
        <source>Meta&apos;s registration service is down.</source>
        <translation>Meta&apos;s registration service is down.</translation>
    </message>
    <message>
        <source>The six-digit two-step PIN is wrong.</source>
        <translation>The six-digit two-step PIN is wrong.</translation>
    </message>
    <message>
        <source>Enter the right PIN or reset it in WhatsApp Manager.</source>
        <translation>Enter the right PIN or reset it in WhatsApp Manager.</translation>
    </message>
    <message>
        <source>This phone number must be verified by SMS or call before it can be registered.</source>
        <translation>This phone number must be verified by SMS or call before it can be registered.</translation>
    </message>
    <message>
        <source>This phone number is blocked by WhatsApp.</source>
        <translation>This phone number is blocked by WhatsApp.</translation>
    </message>
    <message>
        <source>Contact Meta support.</source>
        <translation>Contact Meta support.</translation>
    </message>
    <message>
        <source>The PIN was entered wrongly too many times.</source>
        <translation>The PIN was entered wrongly too many times.</translation>
    </message>
    <message>
        <source>Wait for the time Meta indicates before trying again.</source>
        <translation>Wait for the time Meta indicates before trying again.</translation>
    </message>
    <message>
        <source>PIN attempts came too quickly.</source>
        <translation>PIN attempts came too quickly.</translation>
    </message>
    <message>
        <source>Wait a moment before trying again.</source>
        <translation>Wait a moment before trying again.</translation>
    </message>
    <message>
        <source>The sending number is not registered with the WhatsApp API.</source>
        <translation>The sending number is not registered with the WhatsApp API.</translation>
    </message>
    <message>
        <source>Register it in Settings before sending.</source>
        <translation>Register it in Settings before sending.</translation>
    </message>
    <message>
        <source>This number was just removed and Meta is still cleaning up.</source>
        <translation>This number was just removed and Meta is still cleaning up.</translation>
    </message>
    <message>
        <source>Wait five minutes and try again.</source>
        <translation>Wait five minutes and try again.</translation>
    </message>
    <message>
        <source>The number was registered or disconnected too many times.</source>
        <translation>The number was registered or disconnected too many times.</translation>
    </message>
    <message>
        <source>Leave it alone until Meta lifts the block, which can take days.</source>
        <translation>Leave it alone until Meta lifts the block, which can take days.</translation>
    </message>
    <message>
        <source>Someone must accept WhatsApp&apos;s payment terms through the link in the error before this message can be sent.</source>
        <translation>Someone must accept WhatsApp&apos;s payment terms through the link in the error before this message can be sent.</translation>
    </message>
    <message>
        <source>The Marketing Messages route only takes marketing templates.</source>
        <translation>The Marketing Messages route only takes marketing templates.</translation>
    </message>
    <message>
        <source>Choose one or switch to normal sending.</source>
        <translation>Choose one or switch to normal sending.</translation>
    </message>
    <message>
        <source>The new template is not ready on the Marketing Messages route yet.</source>
        <translation>The new template is not ready on the Marketing Messages route yet.</translation>
    </message>
    <message>
        <source>The app tries again in about ten minutes.</source>
        <translation>The app tries again in about ten minutes.</translation>
    </message>
    <message>
        <source>This template cannot be used on the Marketing Messages route.</source>
        <translation>This template cannot be used on the Marketing Messages route.</translation>
    </message>
    <message>
        <source>Check that the account finished onboarding or switch to normal sending.</source>
        <translation>Check that the account finished onboarding or switch to normal sending.</translation>
    </message>
    <message>
        <source>Meta refused the message without details, which after a large send can mean the whole business is under review.</source>
        <translation>Meta refused the message without details, which after a large send can mean the whole business is under review.</translation>
    </message>
    <message>
        <source>Stop and check notices in Meta Business Suite before resuming.</source>
        <translation>Stop and check notices in Meta Business Suite before resuming.</translation>
    </message>
    <message>
        <source>The verification code was not accepted.</source>
        <translation>The verification code was not accepted.</translation>
    </message>
    <message>
        <source>Request a new code.</source>
        <translation>Request a new code.</translation>
    </message>
    <message>
        <source>This contact&apos;s WhatsApp identity changed, for example a new phone.</source>
        <translation>This contact&apos;s WhatsApp identity changed, for example a new phone.</translation>
    </message>
    <message>
        <source>Confirm it is still the same person before writing again.</source>
        <translation>Confirm it is still the same person before writing again.</translation>
    </message>
    <message>
        <source>Calling is not switched on for this number.</source>
        <translation>Calling is not switched on for this number.</translation>
    </message>
    <message>
        <source>This person cannot receive WhatsApp calls from you.</source>
        <translation>This person cannot receive WhatsApp calls from you.</translation>
    </message>
    <message>
        <source>Too many calls are running at once from this number.</source>
        <translation>Too many calls are running at once from this number.</translation>
    </message>
    <message>
        <source>A call with this person is already running.</source>
        <translation>A call with this person is already running.</translation>
    </message>
    <message>
        <source>The call could not be connected.</source>
        <translation>The call could not be connected.</translation>
    </message>
    <message>
        <source>Too many calls were started from this number.</source>
        <translation>Too many calls were started from this number.</translation>
    </message>
    <message>
        <source>This person has not agreed to receive calls from you.</source>
        <translation>This person has not agreed to receive calls from you.</translation>
    </message>
    <message>
        <source>The call took too long to connect.</source>
        <translation>The call took too long to connect.</translation>
    </message>
    <message>
        <source>You already asked this person for call permission too often.</source>
        <translation>You already asked this person for call permission too often.</translation>
    </message>
    <message>
        <source>You reached today&apos;s number of calls to this person.</source>
        <translation>You reached today&apos;s number of calls to this person.</translation>
    </message>
    <message>
        <source>Call permissions were checked too often.</source>
        <translation>Call permissions were checked too often.</translation>
    </message>
    <message>
        <source>Calling cannot be switched on until the account meets Meta&apos;s requirements.</source>
        <translation>Calling cannot be switched on until the account meets Meta&apos;s requirements.</translation>
    </message>
    <message>
        <source>Internet calling (SIP) is not switched on for this number.</source>
        <translation>Internet calling (SIP) is not switched on for this number.</translation>
    </message>
    <message>
        <source>No internet-calling (SIP) server is configured for this number.</source>
        <translation>No internet-calling (SIP) server is configured for this number.</translation>
    </message>
    <message>
        <source>Meta stopped this account from creating or publishing forms (Flows).</source>
        <translation>Meta stopped this account from creating or publishing forms (Flows).</translation>
    </message>
    <message>
        <source>Check account notices.</source>
        <translation>Check account notices.</translation>
    </message>
    <message>
        <source>The form (Flow) could not be changed, often because it is already published.</source>
        <translation>The form (Flow) could not be changed, often because it is already published.</translation>
    </message>
    <message>
        <source>The form (Flow) could not be published.</source>
        <translation>The form (Flow) could not be published.</translation>
    </message>
    <message>
        <source>Fix the listed problems.</source>
        <translation>Fix the listed problems.</translation>
    </message>
    <message>
        <source>The form (Flow) could not be retired because of its current state.</source>
        <translation>The form (Flow) could not be retired because of its current state.</translation>
    </message>
    <message>
        <source>A published form (Flow) cannot be deleted.</source>
        <translation>A published form (Flow) cannot be deleted.</translation>
    </message>
    <message>
        <source>Some people could not be blocked or unblocked.</source>
        <translation>Some people could not be blocked or unblocked.</translation>
    </message>
    <message>
        <source>See the reason next to each of them.</source>
        <translation>See the reason next to each of them.</translation>
    </message>
    <message>
        <source>The block list has reached 64,000 people.</source>
        <translation>The block list has reached 64,000 people.</translation>
    </message>
    <message>
        <source>Unblock some first.</source>
        <translation>Unblock some first.</translation>
    </message>
    <message>
        <source>The block list changed while it was being read.</source>
        <translation>The block list changed while it was being read.</translation>
    </message>
    <message>
        <source>The app loads it again.</source>
        <translation>The app loads it again.</translation>
    </message>
    <message>
        <source>Meta could not process the block request.</source>
        <translation>Meta could not process the block request.</translation>
    </message>
    <message>
        <source>The app tries again.</source>
        <translation>The app tries again.</translation>
    </message>
    <message>
        <source>This template cannot be sent because it is not approved.</source>
        <translation>This template cannot be sent because it is not approved.</translation>
    </message>
    <message>
        <source>Wait for approval or appeal in WhatsApp Manager.</source>
        <translation>Wait for approval or appeal in WhatsApp Manager.</translation>
    </message>
    <message>
        <source>The account has no valid payment method.</source>
        <translation>The account has no valid payment method.</translation>
    </message>
    <message>
        <source>Add one in Meta&apos;s billing settings.</source>
        <translation>Add one in Meta&apos;s billing settings.</translation>
    </message>
    <message>
        <source>Sending is limited because the business is not verified.</source>
        <translation>Sending is limited because the business is not verified.</translation>
    </message>
    <message>
        <source>Complete business verification at Meta.</source>
        <translation>Complete business verification at Meta.</translation>
    </message>
    <message>
        <source>That business username is taken or not allowed.</source>
        <translation>That business username is taken or not allowed.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Choose another.</translation>
    </message>
    <message>
        <source>Your business needs a higher sending limit before it can have a username.</source>
        <translation>Your business needs a higher sending limit before it can have a username.</translation>
    </message>
    <message>
        <source>Link this number to the Facebook Page that already uses the username.</source>
        <translation>Link this number to the Facebook Page that already uses the username.</translation>
    </message>
    <message>
        <source>Link this number to the Instagram account that already uses the username.</source>
        <translation>Link this number to the Instagram account that already uses the username.</translation>
    </message>
    <message>
        <source>Another of your numbers has this username.</source>
        <translation>Another of your numbers has this username.</translation>
    </message>
    <message>
        <source>Confirm the transfer to move it.</source>
        <translation>Confirm the transfer to move it.</translation>
    </message>
    <message>
        <source>Meta does not offer template statistics for this account at the moment.</source>
        <translation>Meta does not offer template statistics for this account at the moment.</translation>
    </message>
    <message>
        <source>Template statistics cannot be switched off once they are on.</source>
        <translation>Template statistics cannot be switched off once they are on.</translation>
    </message>
    <message>
        <source>Template statistics are not switched on for this account.</source>
        <translation>Template statistics are not switched on for this account.</translation>
    </message>
    <message>
        <source>Turn them on in Settings first, noting that this cannot be undone.</source>
        <translation>Turn them on in Settings first, noting that this cannot be undone.</translation>
    </message>
    <message>
        <source>This business was already invited to Marketing Messages.</source>
        <translation>This business was already invited to Marketing Messages.</translation>
    </message>
    <message>
        <source>Nothing more needs to be done.</source>
        <translation>Nothing more needs to be done.</translation>
    </message>
    <message>
        <source>That phone number is already in your account.</source>
        <translation>That phone number is already in your account.</translation>
    </message>
    <message>
        <source>The account holds as many templates as it is allowed.</source>
        <translation>The account holds as many templates as it is allowed.</translation>
    </message>
    <message>
        <source>Delete unused templates or verify the business.</source>
        <translation>Delete unused templates or verify the business.</translation>
    </message>
    <message>
        <source>A template with this name was deleted recently.</source>
        <translation>A template with this name was deleted recently.</translation>
    </message>
    <message>
        <source>Use a different name or wait about four weeks.</source>
        <translation>Use a different name or wait about four weeks.</translation>
    </message>
    <message>
        <source>A template with this name and language already exists.</source>
        <translation>A template with this name and language already exists.</translation>
    </message>
    <message>
        <source>Edit that one or choose another name.</source>
        <translation>Edit that one or choose another name.</translation>
    </message>
    <message>
        <source>This template cannot be edited in its current state, for example while in review.</source>
        <translation>This template cannot be edited in its current state, for example while in review.</translation>
    </message>
    <message>
        <source>Wait for the decision.</source>
        <translation>Wait for the decision.</translation>
    </message>
    <message>
        <source>One of the template&apos;s texts is too long.</source>
        <translation>One of the template&apos;s texts is too long.</translation>
    </message>
    <message>
        <source>Shorten the field named in the message.</source>
        <translation>Shorten the field named in the message.</translation>
    </message>
    <message>
        <source>The template&apos;s header is not formatted correctly.</source>
        <translation>The template&apos;s header is not formatted correctly.</translation>
    </message>
    <message>
        <source>Correct it as described in the message.</source>
        <translation>Correct it as described in the message.</translation>
    </message>
    <message>
        <source>The template&apos;s main text is not formatted correctly.</source>
        <translation>The template&apos;s main text is not formatted correctly.</translation>
    </message>
    <message>
        <source>The template&apos;s footer is not formatted correctly.</source>
        <translation>The template&apos;s footer is not formatted correctly.</translation>
    </message>
    <message>
        <source>This number is not being moved.</source>
        <translation>This number is not being moved.</translation>
    </message>
    <message>
        <source>It cannot get a registration code this way.</source>
        <translation>It cannot get a registration code this way.</translation>
    </message>
    <message>
        <source>It cannot be verified this way.</source>
        <translation>It cannot be verified this way.</translation>
    </message>
    <message>
        <source>The number could not be moved to this account.</source>
        <translation>The number could not be moved to this account.</translation>
    </message>
    <message>
        <source>Read the detailed reason and fix that point first.</source>
        <translation>Read the detailed reason and fix that point first.</translation>
    </message>
    <message>
        <source>There are too many placeholders for so little text.</source>
        <translation>There are too many placeholders for so little text.</translation>
    </message>
    <message>
        <source>Add words or remove placeholders.</source>
        <translation>Add words or remove placeholders.</translation>
    </message>
    <message>
        <source>A template cannot begin or end with a placeholder.</source>
        <translation>A template cannot begin or end with a placeholder.</translation>
    </message>
    <message>
        <source>Add words before or after it.</source>
        <translation>Add words before or after it.</translation>
    </message>
    <message>
        <source>The number is in maintenance at Meta.</source>
        <translation>The number is in maintenance at Meta.</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>Try again in a few minutes.</translation>
    </message>
    <message>
        <source>The contacts and history of this number were already synchronised once, which is all Meta allows.</source>
        <translation>The contacts and history of this number were already synchronised once, which is all Meta allows.</translation>
    </message>
    <message>
        <source>Contacts and history can only be synchronised within 24 hours of connecting the number.</source>
        <translation>Contacts and history can only be synchronised within 24 hours of connecting the number.</translation>
    </message>
    <message>
        <source>Reconnect it to try again.</source>
        <translation>Reconnect it to try again.</translation>
    </message>
    <message>
        <source>A permission on the access key is missing or was removed.</source>
        <translation>A permission on the access key is missing or was removed.</translation>
    </message>
    <message>
        <source>Ask an administrator to restore it and generate a fresh key.</source>
        <translation>Ask an administrator to restore it and generate a fresh key.</translation>
    </message>
    <message>
        <source>Meta refused this message for a reason that Fanfare does not know yet.</source>
        <translation>Meta refused this message for a reason that Fanfare does not know yet.</translation>
    </message>
    <message>
        <source>Look at the details, and ask Meta&apos;s support with the trace id if it keeps happening.</source>
        <translation>Look at the details, and ask Meta&apos;s support with the trace id if it keeps happening.</translation>
    </message>
    <message>
        <source>Write to the person directly instead of to the group.</source>
        <translation>Write to the person directly instead of to the group.</translation>
    </message>
    <message>
        <source>Check the group in WhatsApp and add your number to it, or leave this group out.</source>
        <translation>Check the group in WhatsApp and add your number to it, or leave this group out.</translation>
    </message>
    <message>
        <source>Remove the second entry.</source>
        <translation>Remove the second entry.</translation>
    </message>
    <message>
        <source>Make a second group, or remove somebody from this one first.</source>
        <translation>Make a second group, or remove somebody from this one first.</translation>
    </message>
    <message>
        <source>Open WhatsApp Manager to see why and ask for a review, then resume without this group.</source>
        <translation>Open WhatsApp Manager to see why and ask for a review, then resume without this group.</translation>
    </message>
    <message>
        <source>Crop it to equal width and height, then try again.</source>
        <translation>Crop it to equal width and height, then try again.</translation>
    </message>
    <message>
        <source>Choose a larger picture, then try again.</source>
        <translation>Choose a larger picture, then try again.</translation>
    </message>
    <message>
        <source>Delete a group that is no longer used, then resume.</source>
        <translation>Delete a group that is no longer used, then resume.</translation>
    </message>
    <message>
        <source>Check the list of the group&apos;s members before you try again.</source>
        <translation>Check the list of the group&apos;s members before you try again.</translation>
    </message>
    <message>
        <source>Ask the person to join the group again.</source>
        <translation>Ask the person to join the group again.</translation>
    </message>
    <message>
        <source>Send to people one by one, or use a number that Meta allows groups for.</source>
        <translation>Send to people one by one, or use a number that Meta allows groups for.</translation>
    </message>
    <message>
        <source>Verify it in WhatsApp Manager, then check the account in Settings.</source>
        <translation>Verify it in WhatsApp Manager, then check the account in Settings.</translation>
    </message>
    <message>
        <source>Open the payment settings in Meta Business Suite and accept the terms, then resume.</source>
        <translation>Open the payment settings in Meta Business Suite and accept the terms, then resume.</translation>
    </message>
    <message>
        <source>Switch it on in WhatsApp Manager, or send a message instead.</source>
        <translation>Switch it on in WhatsApp Manager, or send a message instead.</translation>
    </message>
    <message>
        <source>Send a message instead.</source>
        <translation>Send a message instead.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>Wait until it has ended.</translation>
    </message>
    <message>
        <source>Ask for permission in a message first.</source>
        <translation>Ask for permission in a message first.</translation>
    </message>
    <message>
        <source>Wait until the person answers or writes to you.</source>
        <translation>Wait until the person answers or writes to you.</translation>
    </message>
    <message>
        <source>Try again tomorrow, or send a message.</source>
        <translation>Try again tomorrow, or send a message.</translation>
    </message>
    <message>
        <source>Open WhatsApp Manager to see which one is missing.</source>
        <translation>Open WhatsApp Manager to see which one is missing.</translation>
    </message>
    <message>
        <source>Switch it on in the calling settings of WhatsApp Manager.</source>
        <translation>Switch it on in the calling settings of WhatsApp Manager.</translation>
    </message>
    <message>
        <source>Enter one in the calling settings of WhatsApp Manager.</source>
        <translation>Enter one in the calling settings of WhatsApp Manager.</translation>
    </message>
    <message>
        <source>Copy the form in WhatsApp Manager and change the copy.</source>
        <translation>Copy the form in WhatsApp Manager and change the copy.</translation>
    </message>
    <message>
        <source>Check its state in WhatsApp Manager, because only a published form can be retired.</source>
        <translation>Check its state in WhatsApp Manager, because only a published form can be retired.</translation>
    </message>
    <message>
        <source>Retire it in WhatsApp Manager instead.</source>
        <translation>Retire it in WhatsApp Manager instead.</translation>
    </message>
    <message>
        <source>Send to more people with good quality, and Meta raises the limit by itself.</source>
        <translation>Send to more people with good quality, and Meta raises the limit by itself.</translation>
    </message>
    <message>
        <source>You find this in the settings of the Page, under linked accounts.</source>
        <translation>You find this in the settings of the Page, under linked accounts.</translation>
    </message>
    <message>
        <source>You find this in the settings of the Instagram account, under linked accounts.</source>
        <translation>You find this in the settings of the Instagram account, under linked accounts.</translation>
    </message>
    <message>
        <source>The results of each campaign in Fanfare do not depend on it.</source>
        <translation>The results of each campaign in Fanfare do not depend on it.</translation>
    </message>
    <message>
        <source>Nothing is wrong and nothing needs to be done.</source>
        <translation>Nothing is wrong and nothing needs to be done.</translation>
    </message>
    <message>
        <source>Choose it in Settings instead of adding it again.</source>
        <translation>Choose it in Settings instead of adding it again.</translation>
    </message>
</context>
<context>
    <name>EventReceiver</name>
    <message>
        <source>The app secret is not known. Without it, anybody could make up delivery events.</source>
        <translation>The app secret is not known. Without it, anybody could make up delivery events.</translation>
    </message>
</context>
<context>
    <name>FanfareWindow</name>
    <message>
        <source>The workspace in %1 sends to real people, so it is not for practice.</source>
        <translation>The workspace in %1 sends to real people, so it is not for practice.</translation>
    </message>
    <message>
        <source>Fanfare</source>
        <translation>Fanfare</translation>
    </message>
    <message>
        <source>Opening the workspace…</source>
        <translation>Opening the workspace…</translation>
    </message>
    <message>
        <source>The workspace is in %1.</source>
        <translation>The workspace is in %1.</translation>
    </message>
    <message>
        <source>Nothing in it was changed.</source>
        <translation>Nothing in it was changed.</translation>
    </message>
    <message>
        <source>This workspace cannot be opened</source>
        <translation>This workspace cannot be opened</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Open another workspace…</source>
        <translation>Open another workspace…</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Open a workspace</translation>
    </message>
    <message>
        <source>Stop sending?</source>
        <translation>Stop sending?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people have not got their message yet. Messages that have left are not affected, and sending goes on when this workspace is opened again.</source>
        <translation>
            <numerusform>%Ln person has not got their message yet. Messages that have left are not affected, and sending goes on when this workspace is opened again.</numerusform>
            <numerusform>%Ln people have not got their message yet. Messages that have left are not affected, and sending goes on when this workspace is opened again.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop sending and close</source>
        <translation>Stop sending and close</translation>
    </message>
    <message>
        <source>Keep sending</source>
        <translation>Keep sending</translation>
    </message>
    <message>
        <source>Waiting for the last answers…</source>
        <translation>Waiting for the last answers…</translation>
    </message>
    <message>
        <source>Nothing new leaves. What is on its way is written down, which takes ten seconds at most.</source>
        <translation>Nothing new leaves. What is on its way is written down, which takes ten seconds at most.</translation>
    </message>
    <message>
        <source>Keep sending when the window is closed?</source>
        <translation>Keep sending when the window is closed?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people have not got their message yet. Fanfare can go on without its window as long as this computer is on; its icon near the clock brings the window back. If it stops, sending goes on when this workspace is opened again.</source>
        <translation>
            <numerusform>%Ln person has not got their message yet. Fanfare can go on without its window as long as this computer is on; its icon near the clock brings the window back. If it stops, sending goes on when this workspace is opened again.</numerusform>
            <numerusform>%Ln people have not got their message yet. Fanfare can go on without its window as long as this computer is on; its icon near the clock brings the window back. If it stops, sending goes on when this workspace is opened again.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep Fanfare running for what is scheduled?</source>
        <translation>Keep Fanfare running for what is scheduled?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln campaigns start by themselves, but only while Fanfare runs. It can go on without its window as long as this computer is on; its icon near the clock brings the window back. If it stops, you are asked about each one it misses before anything is sent late.</source>
        <translation>
            <numerusform>%Ln campaign starts by itself, but only while Fanfare runs. It can go on without its window as long as this computer is on; its icon near the clock brings the window back. If it stops, you are asked before anything is sent late.</numerusform>
            <numerusform>%Ln campaigns start by themselves, but only while Fanfare runs. It can go on without its window as long as this computer is on; its icon near the clock brings the window back. If it stops, you are asked about each one it misses before anything is sent late.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Keep running</translation>
    </message>
    <message>
        <source>The backup was not restored</source>
        <translation>The backup was not restored</translation>
    </message>
    <message>
        <source>The backup is restored</source>
        <translation>The backup is restored</translation>
    </message>
    <message>
        <source>What was here before is kept as a backup: %1</source>
        <translation>What was here before is kept as a backup: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people opted out or were erased after the backup was made, and stay so.</source>
        <translation>
            <numerusform>%Ln person opted out or was erased after the backup was made, and stays so.</numerusform>
            <numerusform>%Ln people opted out or were erased after the backup was made, and stay so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln campaigns are repeated, but only while Fanfare runs. It can go on without its window as long as this computer is on; its icon near the clock brings the window back. If it stops, the latest time it missed is made up for when this workspace is opened again.</source>
        <translation>
            <numerusform>%Ln campaign is repeated, but only while Fanfare runs. It can go on without its window as long as this computer is on; its icon near the clock brings the window back. If it stops, the latest time it missed is made up for when this workspace is opened again.</numerusform>
            <numerusform>%Ln campaigns are repeated, but only while Fanfare runs. It can go on without its window as long as this computer is on; its icon near the clock brings the window back. If it stops, the latest time it missed is made up for when this workspace is opened again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FaultReader</name>
    <message>
        <source>it is not an object</source>
        <translation>it is not an object</translation>
    </message>
    <message>
        <source>“times” must be null or a whole number from 1</source>
        <translation>“times” must be null or a whole number from 1</translation>
    </message>
    <message>
        <source>“then” is missing</source>
        <translation>“then” is missing</translation>
    </message>
    <message>
        <source>Fault %1: %2.</source>
        <translation>Fault %1: %2.</translation>
    </message>
    <message>
        <source>“%1” is not known</source>
        <translation>“%1” is not known</translation>
    </message>
    <message>
        <source>“to” must be a number with + and country code, or its beginning and *</source>
        <translation>“to” must be a number with + and country code, or its beginning and *</translation>
    </message>
    <message>
        <source>“delay_ms” must be a whole number of milliseconds</source>
        <translation>“delay_ms” must be a whole number of milliseconds</translation>
    </message>
    <message>
        <source>“then” can have only one of “code”, “drop” and “body”</source>
        <translation>“then” can have only one of “code”, “drop” and “body”</translation>
    </message>
    <message>
        <source>“then” says nothing to do</source>
        <translation>“then” says nothing to do</translation>
    </message>
    <message>
        <source>“status” must be an HTTP status from 200 to 599</source>
        <translation>“status” must be an HTTP status from 200 to 599</translation>
    </message>
    <message>
        <source>“status” needs “code” or “body” beside it</source>
        <translation>“status” needs “code” or “body” beside it</translation>
    </message>
    <message>
        <source>“drop” must be “before” or “after”</source>
        <translation>“drop” must be “before” or “after”</translation>
    </message>
    <message>
        <source>“code” must be one of Meta&apos;s error numbers</source>
        <translation>“code” must be one of Meta&apos;s error numbers</translation>
    </message>
    <message>
        <source>“body” must be text</source>
        <translation>“body” must be text</translation>
    </message>
    <message>
        <source>The faults are not JSON (at byte %1): %2.</source>
        <translation>The faults are not JSON (at byte %1): %2.</translation>
    </message>
    <message>
        <source>The faults must be a list.</source>
        <translation>The faults must be a list.</translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud for a card: &quot;Delivered: 6,951&quot;.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FigureWords</name>
    <message>
        <source>under 1 s</source>
        <translation>under 1 s</translation>
    </message>
    <message>
        <source>half within %1, the middle half %2 to %3, nine of ten within %4</source>
        <translation>half within %1, the middle half %2 to %3, nine of ten within %4</translation>
    </message>
    <message>
        <source>Other reasons</source>
        <translation>Other reasons</translation>
    </message>
    <message>
        <source>%1, charged for</source>
        <translation>%1, charged for</translation>
    </message>
    <message>
        <source>%1, free</source>
        <translation>%1, free</translation>
    </message>
    <message numerus="yes">
        <source>%Ln delivered messages</source>
        <translation>
            <numerusform>%Ln delivered message</numerusform>
            <numerusform>%Ln delivered messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>%1, %2</source>
        <extracomment>Read aloud for a filter above a table: its name and how many rows it shows.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filters</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Campaigns</source>
        <translation>Campaigns</translation>
    </message>
    <message>
        <source>No campaigns yet</source>
        <translation>No campaigns yet</translation>
    </message>
    <message>
        <source>Welcome to Fanfare</source>
        <translation>Welcome to Fanfare</translation>
    </message>
    <message>
        <source>Draft WhatsApp campaigns offline, send them straight to Meta from this computer, and watch every delivery. How would you like to begin?</source>
        <translation>Draft WhatsApp campaigns offline, send them straight to Meta from this computer, and watch every delivery. How would you like to begin?</translation>
    </message>
    <message>
        <source>Connect your number</source>
        <translation>Connect your number</translation>
    </message>
    <message>
        <source>Start practising</source>
        <translation>Start practising</translation>
    </message>
    <message>
        <source>You need a WhatsApp Business number, its two IDs and an access key</source>
        <translation>You need a WhatsApp Business number, its two IDs and an access key</translation>
    </message>
    <message>
        <source>We check them with Meta before anything is saved</source>
        <translation>We check them with Meta before anything is saved</translation>
    </message>
    <message>
        <source>The key goes into your system&apos;s keychain, not into our file</source>
        <translation>The key goes into your system&apos;s keychain, not into our file</translation>
    </message>
    <message>
        <source>Takes about 5 minutes</source>
        <translation>Takes about 5 minutes</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>Practise first</translation>
    </message>
    <message>
        <source>A built-in simulator plays the part of Meta</source>
        <translation>A built-in simulator plays the part of Meta</translation>
    </message>
    <message>
        <source>Sample contacts and templates are ready to use</source>
        <translation>Sample contacts and templates are ready to use</translation>
    </message>
    <message>
        <source>Send a whole campaign; no real person gets a message</source>
        <translation>Send a whole campaign; no real person gets a message</translation>
    </message>
    <message>
        <source>Takes about 1 minute. You can connect later</source>
        <translation>Takes about 1 minute. You can connect later</translation>
    </message>
    <message>
        <source>Open an existing workspace…</source>
        <translation>Open an existing workspace…</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>(required)</source>
        <translation>(required)</translation>
    </message>
    <message>
        <source>%1, required</source>
        <extracomment>Read aloud for a field that must be filled in.</extracomment>
        <translation>%1, required</translation>
    </message>
</context>
<context>
    <name>FunnelChart</name>
    <message>
        <source>Funnel</source>
        <translation>Funnel</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2 of the step above</source>
        <translation>%1, %2 of the step above</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
</context>
<context>
    <name>GraphAccountGateway</name>
    <message>
        <source>There is no usable access token.</source>
        <translation>There is no usable access token.</translation>
    </message>
    <message>
        <source>The address of the Graph API in Settings cannot be used.</source>
        <translation>The address of the Graph API in Settings cannot be used.</translation>
    </message>
    <message>
        <source>The list of templates has no end.</source>
        <translation>The list of templates has no end.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read.</source>
        <translation>The file “%1” cannot be read.</translation>
    </message>
</context>
<context>
    <name>GraphAnswer</name>
    <message>
        <source>The answer was far too long, so it was cut off.</source>
        <translation>The answer was far too long, so it was cut off.</translation>
    </message>
    <message>
        <source>The answer did not come in time.</source>
        <translation>The answer did not come in time.</translation>
    </message>
    <message>
        <source>Sending stopped before the answer came.</source>
        <translation>Sending stopped before the answer came.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted, so nothing was sent to it.</source>
        <translation>The server&apos;s certificate is not trusted, so nothing was sent to it.</translation>
    </message>
    <message>
        <source>The server pointed to another address.</source>
        <translation>The server pointed to another address.</translation>
    </message>
    <message>
        <source>The answer was not one that Meta gives (HTTP %1).</source>
        <translation>The answer was not one that Meta gives (HTTP %1).</translation>
    </message>
    <message>
        <source>The server refused the connection.</source>
        <translation>The server refused the connection.</translation>
    </message>
    <message>
        <source>The server was not found. Is the internet connection working?</source>
        <translation>The server was not found. Is the internet connection working?</translation>
    </message>
    <message>
        <source>No secure connection to the server came about.</source>
        <translation>No secure connection to the server came about.</translation>
    </message>
    <message>
        <source>The connection broke before the answer came.</source>
        <translation>The connection broke before the answer came.</translation>
    </message>
    <message>
        <source>The proxy asks for a name and a password.</source>
        <translation>The proxy asks for a name and a password.</translation>
    </message>
    <message>
        <source>The proxy did not let us through.</source>
        <translation>The proxy did not let us through.</translation>
    </message>
    <message>
        <source>The network failed before an answer came.</source>
        <translation>The network failed before an answer came.</translation>
    </message>
</context>
<context>
    <name>GraphInboxGateway</name>
    <message>
        <source>There is no usable access token.</source>
        <translation>There is no usable access token.</translation>
    </message>
    <message>
        <source>Meta has this file no longer.</source>
        <translation>Meta has this file no longer.</translation>
    </message>
    <message>
        <source>The file is too large to be fetched: %1.</source>
        <translation>The file is too large to be fetched: %1.</translation>
    </message>
    <message>
        <source>Meta gave no usable address for the file.</source>
        <translation>Meta gave no usable address for the file.</translation>
    </message>
    <message>
        <source>The file is too large to be fetched: more than %1.</source>
        <translation>The file is too large to be fetched: more than %1.</translation>
    </message>
    <message>
        <source>The file is not the one that the person sent: it came damaged.</source>
        <translation>The file is not the one that the person sent: it came damaged.</translation>
    </message>
</context>
<context>
    <name>GraphInsightsGateway</name>
    <message>
        <source>There is no usable access token or address for this account.</source>
        <translation>There is no usable access token or address for this account.</translation>
    </message>
    <message>
        <source>Meta did not tell all of its totals.</source>
        <translation>Meta did not tell all of its totals.</translation>
    </message>
</context>
<context>
    <name>GraphMessageGateway</name>
    <message>
        <source>The address of the Graph API in Settings cannot be used.</source>
        <translation>The address of the Graph API in Settings cannot be used.</translation>
    </message>
    <message>
        <source>There is no usable access token.</source>
        <translation>There is no usable access token.</translation>
    </message>
</context>
<context>
    <name>Happenings</name>
    <message>
        <source>%1 %2</source>
        <extracomment>Two sentences one after the other</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>The words of a person&apos;s answer</extracomment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Tried again at %1.</source>
        <translation>Tried again at %1.</translation>
    </message>
    <message>
        <source>Connection dropped before Meta answered.</source>
        <translation>Connection dropped before Meta answered.</translation>
    </message>
    <message>
        <source>Waiting for proof</source>
        <translation>Waiting for proof</translation>
    </message>
    <message>
        <source>On the do-not-send list</source>
        <translation>On the do-not-send list</translation>
    </message>
    <message>
        <source>Accepted on try %1</source>
        <translation>Accepted on try %1</translation>
    </message>
    <message>
        <source>Not reachable on WhatsApp.</source>
        <translation>Not reachable on WhatsApp.</translation>
    </message>
    <message>
        <source>Check the number with the customer.</source>
        <translation>Check the number with the customer.</translation>
    </message>
    <message>
        <source>Held back by Meta.</source>
        <translation>Held back by Meta.</translation>
    </message>
    <message>
        <source>Do not retry for 24 hours.</source>
        <translation>Do not retry for 24 hours.</translation>
    </message>
    <message>
        <source>Wants no offers.</source>
        <translation>Wants no offers.</translation>
    </message>
    <message>
        <source>Now on the do-not-send list.</source>
        <translation>Now on the do-not-send list.</translation>
    </message>
    <message>
        <source>Accepted and held back by Meta.</source>
        <translation>Accepted and held back by Meta.</translation>
    </message>
    <message>
        <source>Do not send it again.</source>
        <translation>Do not send it again.</translation>
    </message>
</context>
<context>
    <name>HeaderFile</name>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png)</source>
        <translation>Pictures (*.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>Videos (*.mp4 *.3gp)</source>
        <translation>Videos (*.mp4 *.3gp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>A video up to 16 MB, a link, or a media number of Meta</source>
        <translation>A video up to 16 MB, a link, or a media number of Meta</translation>
    </message>
    <message>
        <source>A document up to 100 MB, a link, or a media number of Meta</source>
        <translation>A document up to 100 MB, a link, or a media number of Meta</translation>
    </message>
    <message>
        <source>A picture up to 5 MB, a link, or a media number of Meta</source>
        <translation>A picture up to 5 MB, a link, or a media number of Meta</translation>
    </message>
    <message>
        <source>Choose the file for the header</source>
        <translation>Choose the file for the header</translation>
    </message>
</context>
<context>
    <name>HeaderMediaKeeper</name>
    <message>
        <source>The header file could not be uploaded yet: %1</source>
        <translation>The header file could not be uploaded yet: %1</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>It is tried again by itself.</translation>
    </message>
    <message>
        <source>The header file could not be uploaded: %1</source>
        <translation>The header file could not be uploaded: %1</translation>
    </message>
    <message>
        <source>Choose another file, then resume.</source>
        <translation>Choose another file, then resume.</translation>
    </message>
</context>
<context>
    <name>HeatMapChart</name>
    <message>
        <source>Best time to send</source>
        <translation>Best time to send</translation>
    </message>
    <message>
        <source>Best: %1</source>
        <translation>Best: %1</translation>
    </message>
    <message>
        <source>%1: nothing was sent</source>
        <translation>%1: nothing was sent</translation>
    </message>
    <message>
        <source>%1: only %2 delivered, too few to tell</source>
        <translation>%1: only %2 delivered, too few to tell</translation>
    </message>
    <message>
        <source>%1: %2 of %3 read, truly between %4 and %5</source>
        <translation>%1: %2 of %3 read, truly between %4 and %5</translation>
    </message>
    <message>
        <source>– fewer than %1 delivered</source>
        <translation>– fewer than %1 delivered</translation>
    </message>
    <message numerus="yes">
        <source>%n without a time of their own</source>
        <translation>
            <numerusform>%n person without a time of their own</numerusform>
            <numerusform>%n people without a time of their own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>How it works</translation>
    </message>
    <message>
        <source>1. Choose an approved template and give the campaign a name.
2. Bring the people: a file, or one by one. Every row that cannot be used says why.
3. Set speed, sending hours and when to begin.
4. Look at the checks, then send. You can pause at any time; nobody gets a message twice.</source>
        <translation>1. Choose an approved template and give the campaign a name.
2. Bring the people: a file, or one by one. Every row that cannot be used says why.
3. Set speed, sending hours and when to begin.
4. Look at the checks, then send. You can pause at any time; nobody gets a message twice.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>Go to a place</source>
        <translation>Go to a place</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>New campaign</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Import a file</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Open the chosen row</source>
        <translation>Open the chosen row</translation>
    </message>
    <message>
        <source>Delete, after asking</source>
        <translation>Delete, after asking</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>Pause or resume</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Close; what you typed stays</source>
        <translation>Close; what you typed stays</translation>
    </message>
    <message>
        <source>Sync or check again</source>
        <translation>Sync or check again</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Next part of the window</translation>
    </message>
    <message>
        <source>Menu of the chosen row</source>
        <translation>Menu of the chosen row</translation>
    </message>
    <message>
        <source>Copy the cell</source>
        <translation>Copy the cell</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>Copy the row</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>HttpServer</name>
    <message>
        <source>This build cannot serve HTTPS.</source>
        <translation>This build cannot serve HTTPS.</translation>
    </message>
    <message>
        <source>“%1” is not an address of this computer.</source>
        <translation>“%1” is not an address of this computer.</translation>
    </message>
    <message>
        <source>Port %1 on %2 is already in use.</source>
        <translation>Port %1 on %2 is already in use.</translation>
    </message>
    <message>
        <source>Cannot listen on port %1 of %2: %3.</source>
        <translation>Cannot listen on port %1 of %2: %3.</translation>
    </message>
</context>
<context>
    <name>ImportDesk</name>
    <message>
        <source>People can be added to a draft only.</source>
        <translation>People can be added to a draft only.</translation>
    </message>
</context>
<context>
    <name>ImportRowModel</name>
    <message>
        <source>Row</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Phone in your file  →  number we will use</source>
        <extracomment>Heading over &quot;0034 600-000-118 &gt; +34 600 000 118&quot;</extracomment>
        <translation>Phone in your file  →  number we will use</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Empty: uses the default “%1”</source>
        <translation>Empty: uses the default “%1”</translation>
    </message>
</context>
<context>
    <name>ImportTermsPanel</name>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Who is in the book already</source>
        <translation>Who is in the book already</translation>
    </message>
    <message>
        <source>Nothing is known</source>
        <translation>Nothing is known</translation>
    </message>
    <message>
        <source>They agreed</source>
        <translation>They agreed</translation>
    </message>
    <message>
        <source>Gets what is missing</source>
        <translation>Gets what is missing</translation>
    </message>
    <message>
        <source>Stays as they are</source>
        <translation>Stays as they are</translation>
    </message>
    <message>
        <source>Is overwritten</source>
        <translation>Is overwritten</translation>
    </message>
    <message>
        <source>For everybody in it</source>
        <translation>For everybody in it</translation>
    </message>
    <message>
        <source>Have they agreed to get messages?</source>
        <translation>Have they agreed to get messages?</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Separated by commas</translation>
    </message>
    <message>
        <source>Separated by commas. There are: %1</source>
        <translation>Separated by commas. There are: %1</translation>
    </message>
    <message>
        <source>What the book knows stays; what it does not know comes from the file.</source>
        <translation>What the book knows stays; what it does not know comes from the file.</translation>
    </message>
    <message>
        <source>They get the tags, and nothing else changes.</source>
        <translation>They get the tags, and nothing else changes.</translation>
    </message>
    <message>
        <source>What the file says replaces what the book knows. Empty cells change nothing.</source>
        <translation>What the file says replaces what the book knows. Empty cells change nothing.</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>today, %1</source>
        <extracomment>%1: a time of day</extracomment>
        <translation>today, %1</translation>
    </message>
    <message>
        <source>tomorrow, %1</source>
        <translation>tomorrow, %1</translation>
    </message>
    <message>
        <source>Number withheld by WhatsApp</source>
        <translation>Number withheld by WhatsApp</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>No name yet</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Voice message</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Sticker</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reaction</translation>
    </message>
    <message>
        <source>A message that Fanfare cannot show</source>
        <translation>A message that Fanfare cannot show</translation>
    </message>
    <message>
        <source>You: %1</source>
        <extracomment>In a list: what we ourselves wrote last</extracomment>
        <translation>You: %1</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <extracomment>The form of a day in this year</extracomment>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Unconfirmed</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Not delivered</translation>
    </message>
    <message>
        <source>From them, %1: %2</source>
        <extracomment>%1: a time of day, %2: what somebody wrote</extracomment>
        <translation>From them, %1: %2</translation>
    </message>
    <message>
        <source>From you, %1, %2: %3</source>
        <extracomment>%1: a time of day, %2: how far a message is, %3: what we wrote</extracomment>
        <translation>From you, %1, %2: %3</translation>
    </message>
    <message>
        <source>Campaign “%1”, %2, %3: %4</source>
        <translation>Campaign “%1”, %2, %3: %4</translation>
    </message>
    <message>
        <source>%1 left to answer freely</source>
        <extracomment>%1: a duration, like &quot;3 h 12 min&quot;</extracomment>
        <translation>%1 left to answer freely</translation>
    </message>
    <message>
        <source>This person opted out. Nobody writes to them until they agree again.</source>
        <translation>This person opted out. Nobody writes to them until they agree again.</translation>
    </message>
    <message>
        <source>WhatsApp withholds the number of this person, so they cannot be answered from here.</source>
        <translation>WhatsApp withholds the number of this person, so they cannot be answered from here.</translation>
    </message>
    <message>
        <source>The 24 hours after their last message are over. Until they write again, Meta takes only an approved template.</source>
        <translation>The 24 hours after their last message are over. Until they write again, Meta takes only an approved template.</translation>
    </message>
    <message>
        <source>This person has not written yet. Meta takes only an approved template.</source>
        <translation>This person has not written yet. Meta takes only an approved template.</translation>
    </message>
    <message>
        <source>You can answer freely until %1. Later, only an approved template.</source>
        <translation>You can answer freely until %1. Later, only an approved template.</translation>
    </message>
    <message>
        <source>The time for free answers ended %1.</source>
        <translation>The time for free answers ended %1.</translation>
    </message>
    <message>
        <source>There is no conversation with this person.</source>
        <translation>There is no conversation with this person.</translation>
    </message>
    <message>
        <source>There is a quick answer of this name already.</source>
        <translation>There is a quick answer of this name already.</translation>
    </message>
    <message>
        <source>No answer came from Meta: it may have gone out, or not. It is not sent again.</source>
        <translation>No answer came from Meta: it may have gone out, or not. It is not sent again.</translation>
    </message>
    <message>
        <source>Meta could not be reached; nothing was sent.</source>
        <translation>Meta could not be reached; nothing was sent.</translation>
    </message>
    <message>
        <source>It was taken back before it was sent.</source>
        <translation>It was taken back before it was sent.</translation>
    </message>
    <message>
        <source>It was not sent: nobody took it up in time.</source>
        <translation>It was not sent: nobody took it up in time.</translation>
    </message>
</context>
<context>
    <name>InboxAnswers</name>
    <message>
        <source>Send a file</source>
        <translation>Send a file</translation>
    </message>
    <message>
        <source>Pictures, videos and documents (*.jpg *.jpeg *.png *.mp4 *.3gp *.pdf *.doc *.docx *.xls *.xlsx *.ppt *.pptx *.txt)</source>
        <translation>Pictures, videos and documents (*.jpg *.jpeg *.png *.mp4 *.3gp *.pdf *.doc *.docx *.xls *.xlsx *.ppt *.pptx *.txt)</translation>
    </message>
</context>
<context>
    <name>InboxCommands</name>
    <message>
        <source>“%1” is not a cursor.</source>
        <translation>“%1” is not a cursor.</translation>
    </message>
    <message>
        <source>from</source>
        <translation>from</translation>
    </message>
    <message>
        <source>to</source>
        <translation>to</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>There is no conversation with %1.</source>
        <translation>There is no conversation with %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a campaign and its message</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>Free answers</source>
        <translation>Free answers</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>not now, only approved templates</source>
        <translation>not now, only approved templates</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Say what to send: --text and --media, or --template with --language.</source>
        <translation>Say what to send: --text and --media, or --template with --language.</translation>
    </message>
    <message>
        <source>Say which template: --template NAME --language CODE.</source>
        <translation>Say which template: --template NAME --language CODE.</translation>
    </message>
    <message>
        <source>Meta accepted the answer.</source>
        <translation>Meta accepted the answer.</translation>
    </message>
    <message>
        <source>Meta was not told yet: %1</source>
        <translation>Meta was not told yet: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) marked as read.</source>
        <translation>
            <numerusform>%n message marked as read.</numerusform>
            <numerusform>%n messages marked as read.</numerusform>
        </translation>
    </message>
    <message>
        <source>What people wrote and what was answered, the oldest first.</source>
        <translation>What people wrote and what was answered, the oldest first.</translation>
    </message>
    <message>
        <source>Only with this person.</source>
        <translation>Only with this person.</translation>
    </message>
    <message>
        <source>Only answers to this campaign.</source>
        <translation>Only answers to this campaign.</translation>
    </message>
    <message>
        <source>At most so many.</source>
        <translation>At most so many.</translation>
    </message>
    <message>
        <source>Only those after the one with this cursor.</source>
        <translation>Only those after the one with this cursor.</translation>
    </message>
    <message>
        <source>The conversation with a person, with the messages of campaigns.</source>
        <translation>The conversation with a person, with the messages of campaigns.</translation>
    </message>
    <message>
        <source>The latest so many; 50 unless told.</source>
        <translation>The latest so many; 50 unless told.</translation>
    </message>
    <message>
        <source>Answers a person.</source>
        <translation>Answers a person.</translation>
    </message>
    <message>
        <source>What to write; with --media, what stands below it.</source>
        <translation>What to write; with --media, what stands below it.</translation>
    </message>
    <message>
        <source>A picture, a video or a document.</source>
        <translation>A picture, a video or a document.</translation>
    </message>
    <message>
        <source>Meta&apos;s id of the message that it quotes.</source>
        <translation>Meta&apos;s id of the message that it quotes.</translation>
    </message>
    <message>
        <source>An approved template, which Meta takes at any time.</source>
        <translation>An approved template, which Meta takes at any time.</translation>
    </message>
    <message>
        <source>Of the template, exactly as Meta names it: en_US.</source>
        <translation>Of the template, exactly as Meta names it: en_US.</translation>
    </message>
    <message>
        <source>A value of the template.</source>
        <translation>A value of the template.</translation>
    </message>
    <message>
        <source>For the template&apos;s header.</source>
        <translation>For the template&apos;s header.</translation>
    </message>
    <message>
        <source>Free answers are taken for 24 hours after the person&apos;s last message, and cost money since October 2026.</source>
        <translation>Free answers are taken for 24 hours after the person&apos;s last message, and cost money since October 2026.</translation>
    </message>
    <message>
        <source>Marks a conversation as read, at Meta too.</source>
        <translation>Marks a conversation as read, at Meta too.</translation>
    </message>
    <message>
        <source>--only is %1, not “%2”.</source>
        <translation>--only is %1, not “%2”.</translation>
    </message>
    <message>
        <source>Name people, or pick conversations by options: not both.</source>
        <translation>Name people, or pick conversations by options: not both.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>%1: %2 messages</source>
        <translation>%1: %2 messages</translation>
    </message>
    <message>
        <source>Writes conversations into a CSV file, a row for each message.</source>
        <translation>Writes conversations into a CSV file, a row for each message.</translation>
    </message>
    <message>
        <source>Only conversations with this in a name, a number or a message.</source>
        <translation>Only conversations with this in a name, a number or a message.</translation>
    </message>
    <message>
        <source>Only those of people who answered this campaign.</source>
        <translation>Only those of people who answered this campaign.</translation>
    </message>
    <message>
        <source>Only those that this filter of the inbox shows.</source>
        <translation>Only those that this filter of the inbox shows.</translation>
    </message>
    <message>
        <source>Where to. The file appears whole or not at all.</source>
        <translation>Where to. The file appears whole or not at all.</translation>
    </message>
    <message>
        <source>Every conversation, if no number and no option picks some, the latest first and each from its beginning, with the messages of campaigns. What a spreadsheet would run as a formula begins with an apostrophe.</source>
        <translation>Every conversation, if no number and no option picks some, the latest first and each from its beginning, with the messages of campaigns. What a spreadsheet would run as a formula begins with an apostrophe.</translation>
    </message>
</context>
<context>
    <name>InboxController</name>
    <message>
        <source>The opt-out could not be noted</source>
        <translation>The opt-out could not be noted</translation>
    </message>
    <message>
        <source>Nobody writes to this person any more</source>
        <translation>Nobody writes to this person any more</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>The opt-out could not be taken back</source>
        <translation>The opt-out could not be taken back</translation>
    </message>
</context>
<context>
    <name>InboxDesk</name>
    <message>
        <source>There is nothing to send.</source>
        <translation>There is nothing to send.</translation>
    </message>
    <message>
        <source>The text is too long: WhatsApp takes %1 characters.</source>
        <translation>The text is too long: WhatsApp takes %1 characters.</translation>
    </message>
    <message>
        <source>WhatsApp shows no text below sound.</source>
        <translation>WhatsApp shows no text below sound.</translation>
    </message>
    <message>
        <source>Meta has not approved the template “%1”, so it cannot be sent.</source>
        <translation>Meta has not approved the template “%1”, so it cannot be sent.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”: %2</translation>
    </message>
    <message>
        <source>The template needs a file for its header.</source>
        <translation>The template needs a file for its header.</translation>
    </message>
</context>
<context>
    <name>InboxExport</name>
    <message>
        <source>The conversation was not saved</source>
        <translation>The conversation was not saved</translation>
    </message>
    <message>
        <source>Conversation with %1</source>
        <extracomment>The name of a file; %1 is a person</extracomment>
        <translation>Conversation with %1</translation>
    </message>
    <message>
        <source>Conversations</source>
        <extracomment>The name of a file</extracomment>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Save the conversations</source>
        <translation>Save the conversations</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV table (*.csv)</translation>
    </message>
    <message>
        <source>Saving the conversations…</source>
        <translation>Saving the conversations…</translation>
    </message>
    <message>
        <source>The conversations were not saved</source>
        <translation>The conversations were not saved</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages saved as %1</source>
        <translation>
            <numerusform>%Ln message saved as %1</numerusform>
            <numerusform>%Ln messages saved as %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxListModel</name>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln unread</numerusform>
            <numerusform>%Ln unread</numerusform>
        </translation>
    </message>
    <message>
        <source>opted out</source>
        <translation>opted out</translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <extracomment>In a list: what was begun and not sent</extracomment>
        <translation>Draft: %1</translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>Inbox</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Notifications…</source>
        <translation>Notifications…</translation>
    </message>
    <message>
        <source>Search names and messages</source>
        <translation>Search names and messages</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Mark as unread</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>All campaigns</source>
        <translation>All campaigns</translation>
    </message>
    <message>
        <source>Answers to</source>
        <translation>Answers to</translation>
    </message>
    <message>
        <source>Replies from people, and the campaign they answer</source>
        <translation>Replies from people, and the campaign they answer</translation>
    </message>
    <message>
        <source>Reading the conversations</source>
        <translation>Reading the conversations</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation>Unanswered</translation>
    </message>
    <message>
        <source>Closing soon</source>
        <extracomment>A filter: people who can be answered freely only a little longer</extracomment>
        <translation>Closing soon</translation>
    </message>
    <message>
        <source>Opt-outs</source>
        <translation>Opt-outs</translation>
    </message>
    <message>
        <source>%1 unread. Replies from people, and the campaign they answer</source>
        <translation>%1 unread. Replies from people, and the campaign they answer</translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation>No answers yet</translation>
    </message>
    <message>
        <source>What people write to your number stands here, beside the campaign they answer.</source>
        <translation>What people write to your number stands here, beside the campaign they answer.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>No conversation fits the search and the filters.</source>
        <translation>No conversation fits the search and the filters.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>The conversations could not be read</source>
        <translation>The conversations could not be read</translation>
    </message>
    <message>
        <source>Answers “%1”</source>
        <translation>Answers “%1”</translation>
    </message>
    <message>
        <source>No conversation chosen</source>
        <translation>No conversation chosen</translation>
    </message>
    <message>
        <source>Choose somebody on the left to read what they wrote and to answer.</source>
        <translation>Choose somebody on the left to read what they wrote and to answer.</translation>
    </message>
    <message>
        <source>The messages could not be read.</source>
        <translation>The messages could not be read.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>More actions</translation>
    </message>
    <message>
        <source>Open contact</source>
        <translation>Open contact</translation>
    </message>
    <message>
        <source>Export this conversation…</source>
        <translation>Export this conversation…</translation>
    </message>
    <message>
        <source>The open conversation…</source>
        <translation>The open conversation…</translation>
    </message>
    <message>
        <source>The conversation with %1…</source>
        <translation>The conversation with %1…</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln conversations of the list…</source>
        <translation>
            <numerusform>The %Ln conversation of the list…</numerusform>
            <numerusform>The %Ln conversations of the list…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export the %Ln conversations of the list…</source>
        <translation>
            <numerusform>Export the %Ln conversation of the list…</numerusform>
            <numerusform>Export the %Ln conversations of the list…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InsightsCommands</name>
    <message>
        <source>never</source>
        <translation>never</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no. Let it with --enable, which cannot be undone; Meta then also follows links.</source>
        <translation>no. Let it with --enable, which cannot be undone; Meta then also follows links.</translation>
    </message>
    <message>
        <source>Meta counts</source>
        <translation>Meta counts</translation>
    </message>
    <message>
        <source>Totals read</source>
        <translation>Totals read</translation>
    </message>
    <message>
        <source>Delivered in the last 30 days, as Meta counts for the whole business account:</source>
        <translation>Delivered in the last 30 days, as Meta counts for the whole business account:</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Spent</translation>
    </message>
    <message>
        <source>Whether Meta counts for the account, and what: totals, never of single people.</source>
        <translation>Whether Meta counts for the account, and what: totals, never of single people.</translation>
    </message>
    <message>
        <source>Let Meta count from now on. It cannot be undone, and Meta then also counts who follows links.</source>
        <translation>Let Meta count from now on. It cannot be undone, and Meta then also counts who follows links.</translation>
    </message>
    <message>
        <source>The totals of a campaign&apos;s template are in: fanfare-cli campaign stats ID</source>
        <translation>The totals of a campaign&apos;s template are in: fanfare-cli campaign stats ID</translation>
    </message>
    <message>
        <source>Meta tells nothing of these templates, which it may have forgotten: %1</source>
        <translation>Meta tells nothing of these templates, which it may have forgotten: %1</translation>
    </message>
</context>
<context>
    <name>InsightsWords</name>
    <message>
        <source>%1 sent</source>
        <translation>%1 sent</translation>
    </message>
    <message>
        <source>%1 delivered</source>
        <translation>%1 delivered</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>%1 read</translation>
    </message>
    <message>
        <source>%1 clicked</source>
        <translation>%1 clicked</translation>
    </message>
    <message>
        <source>%1 spent</source>
        <extracomment>%1: an amount with its currency</extracomment>
        <translation>%1 spent</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Accepted by Meta; delivery unknown. No delivery events have come since this campaign began.</source>
        <translation>Accepted by Meta; delivery unknown. No delivery events have come since this campaign began.</translation>
    </message>
    <message>
        <source>Meta&apos;s own totals of this template for %1: %2. Told at %3. They count every message made from it on these days, whoever sent it.</source>
        <extracomment>%1: one or two days, %2: &quot;120 sent, 110 delivered&quot;, %3: a time</extracomment>
        <translation>Meta&apos;s own totals of this template for %1: %2. Told at %3. They count every message made from it on these days, whoever sent it.</translation>
    </message>
</context>
<context>
    <name>IntervalChart</name>
    <message>
        <source>%1: %2</source>
        <extracomment>What a row of a chart tells: the name of a template or campaign, and its read rate</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>too few yet: needs about 400</source>
        <translation>too few yet: needs about 400</translation>
    </message>
</context>
<context>
    <name>Invocation</name>
    <message>
        <source>The workspace folder; else the one that the window uses.</source>
        <translation>The workspace folder; else the one that the window uses.</translation>
    </message>
    <message>
        <source>One JSON document on a line, for programs.</source>
        <translation>One JSON document on a line, for programs.</translation>
    </message>
    <message>
        <source>This help, or the help of a command.</source>
        <translation>This help, or the help of a command.</translation>
    </message>
    <message>
        <source>The version of the program.</source>
        <translation>The version of the program.</translation>
    </message>
    <message>
        <source>May be given several times.</source>
        <translation>May be given several times.</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Options:</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>Options of every command:</translation>
    </message>
    <message>
        <source>--workspace needs a folder.</source>
        <translation>--workspace needs a folder.</translation>
    </message>
    <message>
        <source>There is no command “%1”. See: fanfare-cli --help</source>
        <translation>There is no command “%1”. See: fanfare-cli --help</translation>
    </message>
    <message>
        <source>Say what to do. See: fanfare-cli --help</source>
        <translation>Say what to do. See: fanfare-cli --help</translation>
    </message>
    <message>
        <source>Say what to do with “%1”. See: fanfare-cli %1 --help</source>
        <translation>Say what to do with “%1”. See: fanfare-cli %1 --help</translation>
    </message>
    <message>
        <source>WhatsApp template campaigns from your own computer: everything the window does, for scripts and servers.</source>
        <translation>WhatsApp template campaigns from your own computer: everything the window does, for scripts and servers.</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Commands:</translation>
    </message>
    <message>
        <source>The help of one command: fanfare-cli COMMAND --help</source>
        <translation>The help of one command: fanfare-cli COMMAND --help</translation>
    </message>
    <message>
        <source>Exit status: 0 done, 1 internal fault, 2 wrong usage, 3 bad input, 4 not found, 5 refused by a rule or a state, 6 network or Graph API error, 7 another engine runs, 130 interrupted.</source>
        <translation>Exit status: 0 done, 1 internal fault, 2 wrong usage, 3 bad input, 4 not found, 5 refused by a rule or a state, 6 network or Graph API error, 7 another engine runs, 130 interrupted.</translation>
    </message>
</context>
<context>
    <name>JobDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>The journal “%1” cannot be written: %2.</source>
        <translation>The journal “%1” cannot be written: %2.</translation>
    </message>
</context>
<context>
    <name>KeptColumns</name>
    <message>
        <source>Also kept of each person</source>
        <translation>Also kept of each person</translation>
    </message>
</context>
<context>
    <name>Launch</name>
    <message>
        <source>Opens the workspace in DIR, or makes one there.</source>
        <translation>Opens the workspace in DIR, or makes one there.</translation>
    </message>
    <message>
        <source>Opens the practice workspace: a simulator plays the part of Meta, and nobody gets a message. With --workspace, the one in that folder.</source>
        <translation>Opens the practice workspace: a simulator plays the part of Meta, and nobody gets a message. With --workspace, the one in that folder.</translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation>Shows this help.</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>Shows the version.</translation>
    </message>
    <message>
        <source>WhatsApp template campaigns from your own computer.</source>
        <translation>WhatsApp template campaigns from your own computer.</translation>
    </message>
    <message>
        <source>Unexpected argument “%1”.</source>
        <translation>Unexpected argument “%1”.</translation>
    </message>
    <message>
        <source>--workspace needs a folder.</source>
        <translation>--workspace needs a folder.</translation>
    </message>
</context>
<context>
    <name>LeftOutEvents</name>
    <message>
        <source>No body with this number was put aside.</source>
        <translation>No body with this number was put aside.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>See: fanfare-cli %1 --help</source>
        <translation>See: fanfare-cli %1 --help</translation>
    </message>
    <message>
        <source>The answer could not be written. Is the disk full?</source>
        <translation>The answer could not be written. Is the disk full?</translation>
    </message>
    <message>
        <source>Argument %1 is not valid UTF-8.</source>
        <translation>Argument %1 is not valid UTF-8.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Fanfare</source>
        <extracomment>Title of the window: workspace and program.</extracomment>
        <translation>Fanfare</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>%1 – Fanfare</source>
        <translation>%1 – Fanfare</translation>
    </message>
</context>
<context>
    <name>MappingCard</name>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Semicolon ;</source>
        <translation>Semicolon ;</translation>
    </message>
    <message>
        <source>Comma ,</source>
        <translation>Comma ,</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>Bar |</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Another file</translation>
    </message>
    <message>
        <source>Remove file</source>
        <translation>Remove file</translation>
    </message>
    <message>
        <source>No country: numbers need +</source>
        <translation>No country: numbers need +</translation>
    </message>
    <message>
        <source>First row holds the names of the columns</source>
        <translation>First row holds the names of the columns</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Encoding</translation>
    </message>
    <message>
        <source>Columns are separated by</source>
        <translation>Columns are separated by</translation>
    </message>
    <message>
        <source>Numbers without a country are from</source>
        <translation>Numbers without a country are from</translation>
    </message>
    <message>
        <source>Default if empty</source>
        <translation>Default if empty</translation>
    </message>
    <message>
        <source>Default for %1 where a cell is empty</source>
        <translation>Default for %1 where a cell is empty</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>sheet “%1”</source>
        <translation>sheet “%1”</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message>
        <source>numbers need + and a country</source>
        <translation>numbers need + and a country</translation>
    </message>
    <message>
        <source>numbers without a country are read as %1</source>
        <translation>numbers without a country are read as %1</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between parts of a line</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Choose the column with the numbers</source>
        <translation>Choose the column with the numbers</translation>
    </message>
    <message numerus="yes">
        <source>%Ln empty cells use the default</source>
        <translation>
            <numerusform>%Ln empty cell uses the default</numerusform>
            <numerusform>%Ln empty cells use the default</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln empty cells: set a default</source>
        <translation>
            <numerusform>%Ln empty cell: set a default</numerusform>
            <numerusform>%Ln empty cells: set a default</numerusform>
        </translation>
    </message>
    <message>
        <source>That of the number&apos;s country</source>
        <translation>That of the number&apos;s country</translation>
    </message>
    <message>
        <source>Each person&apos;s time zone</source>
        <translation>Each person&apos;s time zone</translation>
    </message>
    <message>
        <source>export of %1</source>
        <translation>export of %1</translation>
    </message>
    <message>
        <source>columns as you chose them last time</source>
        <translation>columns as you chose them last time</translation>
    </message>
</context>
<context>
    <name>MeaningCard</name>
    <message>
        <source>When you send it</source>
        <translation>When you send it</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>At once</translation>
    </message>
    <message>
        <source>What this means</source>
        <translation>What this means</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Starts</translation>
    </message>
    <message>
        <source>Ends about</source>
        <translation>Ends about</translation>
    </message>
    <message>
        <source>Days needed</source>
        <translation>Days needed</translation>
    </message>
    <message>
        <source>Add people first; then this says how long it takes</source>
        <translation>Add people first; then this says how long it takes</translation>
    </message>
    <message>
        <source>Choose hours and days in which messages may leave</source>
        <translation>Choose hours and days in which messages may leave</translation>
    </message>
    <message>
        <source>About a second</source>
        <translation>About a second</translation>
    </message>
    <message numerus="yes">
        <source>for %Ln messages, %1</source>
        <extracomment>&quot;for 1,377 messages at 10 a minute&quot;</extracomment>
        <translation>
            <numerusform>for %Ln message, %1</numerusform>
            <numerusform>for %Ln messages, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave this computer on and awake at %1.</source>
        <translation>Leave this computer on and awake at %1.</translation>
    </message>
    <message>
        <source>Messages only leave while Fanfare is running. If it is off then, Fanfare asks you before it sends late.</source>
        <translation>Messages only leave while Fanfare is running. If it is off then, Fanfare asks you before it sends late.</translation>
    </message>
</context>
<context>
    <name>MediaFile</name>
    <message>
        <source>The file “%1” is not there.</source>
        <translation>The file “%1” is not there.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read.</source>
        <translation>The file “%1” cannot be read.</translation>
    </message>
    <message>
        <source>“%1” is not a kind of file that WhatsApp takes: use a JPEG or PNG picture, an MP4 or 3GP video, or a PDF, Office or text document.</source>
        <translation>“%1” is not a kind of file that WhatsApp takes: use a JPEG or PNG picture, an MP4 or 3GP video, or a PDF, Office or text document.</translation>
    </message>
    <message>
        <source>“%1” is too large: %2, and WhatsApp takes %3.</source>
        <translation>“%1” is too large: %2, and WhatsApp takes %3.</translation>
    </message>
</context>
<context>
    <name>MediaFolder</name>
    <message>
        <source>The file could not be written into the workspace&apos;s media folder.</source>
        <translation>The file could not be written into the workspace&apos;s media folder.</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Details for support</source>
        <translation>Details for support</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>MessageHold</name>
    <message>
        <source>Meta accepted this message and holds it back to see first how others react to it.</source>
        <translation>Meta accepted this message and holds it back to see first how others react to it.</translation>
    </message>
    <message>
        <source>Meta sends it or drops it by itself. Do not send it again.</source>
        <translation>Meta sends it or drops it by itself. Do not send it again.</translation>
    </message>
    <message>
        <source>Meta accepted this message and has paused its delivery.</source>
        <translation>Meta accepted this message and has paused its delivery.</translation>
    </message>
</context>
<context>
    <name>MessagePreview</name>
    <message>
        <source>Picture</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>Message preview</source>
        <translation>Message preview</translation>
    </message>
</context>
<context>
    <name>MessagePrices</name>
    <message>
        <source>No rate card in %1 tells what the messages to %2 cost that are sent already.</source>
        <translation>No rate card in %1 tells what the messages to %2 cost that are sent already.</translation>
    </message>
    <message>
        <source>The budget is %1 now.</source>
        <translation>The budget is %1 now.</translation>
    </message>
    <message>
        <source>There is no budget any more.</source>
        <translation>There is no budget any more.</translation>
    </message>
</context>
<context>
    <name>MessageTemplate</name>
    <message>
        <source>There is no text here.</source>
        <translation>There is no text here.</translation>
    </message>
    <message>
        <source>A line break or a tab is not allowed in a filled-in value.</source>
        <translation>A line break or a tab is not allowed in a filled-in value.</translation>
    </message>
    <message>
        <source>More than four spaces in a row are not allowed.</source>
        <translation>More than four spaces in a row are not allowed.</translation>
    </message>
    <message>
        <source>The filled-in text is longer than the %1 characters that Meta allows.</source>
        <translation>The filled-in text is longer than the %1 characters that Meta allows.</translation>
    </message>
</context>
<context>
    <name>MissedDialog</name>
    <message numerus="yes">
        <source>What about %Ln missed campaigns?</source>
        <translation>
            <numerusform>What about %Ln missed campaign?</numerusform>
            <numerusform>What about %Ln missed campaigns?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their time came while Fanfare was not running, more than two hours before it was opened. Nothing of them has left.</source>
        <translation>Their time came while Fanfare was not running, more than two hours before it was opened. Nothing of them has left.</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decide later</translation>
    </message>
    <message>
        <source>Do this</source>
        <translation>Do this</translation>
    </message>
    <message>
        <source>Due %1 · %2</source>
        <translation>Due %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message>
        <source>What becomes of “%1”</source>
        <translation>What becomes of “%1”</translation>
    </message>
    <message>
        <source>Leave it paused</source>
        <translation>Leave it paused</translation>
    </message>
    <message>
        <source>Send it now</source>
        <translation>Send it now</translation>
    </message>
    <message>
        <source>Send it at another time</source>
        <translation>Send it at another time</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>Qt date format</comment>
        <translation>ddd d MMM yyyy</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Choose a time that is still to come</source>
        <translation>Choose a time that is still to come</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>There is no amount.</source>
        <translation>There is no amount.</translation>
    </message>
    <message>
        <source>This is not an amount.</source>
        <translation>This is not an amount.</translation>
    </message>
    <message>
        <source>This may be thousands or decimals. Write it with two decimals, like 1234.00.</source>
        <translation>This may be thousands or decimals. Write it with two decimals, like 1234.00.</translation>
    </message>
    <message>
        <source>The amount is below zero.</source>
        <translation>The amount is below zero.</translation>
    </message>
    <message>
        <source>The amount has more than six decimals.</source>
        <translation>The amount has more than six decimals.</translation>
    </message>
    <message>
        <source>The amount is too large.</source>
        <translation>The amount is too large.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>An amount of money: %1 is the number, %2 the currency&apos;s code</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>NotificationDialog</name>
    <message>
        <source>Tell new answers on the desktop?</source>
        <translation>Tell new answers on the desktop?</translation>
    </message>
    <message>
        <source>A word appears when somebody writes while you do not look at Fanfare. In the quiet hours it waits in the inbox.</source>
        <translation>A word appears when somebody writes while you do not look at Fanfare. In the quiet hours it waits in the inbox.</translation>
    </message>
    <message>
        <source>Tell new answers</source>
        <translation>Tell new answers</translation>
    </message>
    <message>
        <source>Keep quiet hours</source>
        <translation>Keep quiet hours</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
</context>
<context>
    <name>NumberLane</name>
    <message>
        <source>There is no connection to Meta: %1</source>
        <translation>There is no connection to Meta: %1</translation>
    </message>
    <message>
        <source>Sending goes on by itself when the connection is back.</source>
        <translation>Sending goes on by itself when the connection is back.</translation>
    </message>
</context>
<context>
    <name>NumberService</name>
    <message>
        <source>Give the access key in Settings, then resume.</source>
        <translation>Give the access key in Settings, then resume.</translation>
    </message>
    <message>
        <source>The template of this campaign is missing.</source>
        <translation>The template of this campaign is missing.</translation>
    </message>
    <message>
        <source>Duplicate the campaign and choose the template again.</source>
        <translation>Duplicate the campaign and choose the template again.</translation>
    </message>
    <message>
        <source>Meta lets your business write to %1 people in 24 hours, and so many were written to. Sending goes on at %2.</source>
        <translation>Meta lets your business write to %1 people in 24 hours, and so many were written to. Sending goes on at %2.</translation>
    </message>
    <message>
        <source>It goes on by itself. Nobody is left out.</source>
        <translation>It goes on by itself. Nobody is left out.</translation>
    </message>
    <message>
        <source>Today&apos;s %1 people are sent to. Sending goes on at %2.</source>
        <translation>Today&apos;s %1 people are sent to. Sending goes on at %2.</translation>
    </message>
    <message>
        <source>It goes on by itself on the next day.</source>
        <translation>It goes on by itself on the next day.</translation>
    </message>
    <message>
        <source>an unknown country</source>
        <translation>an unknown country</translation>
    </message>
    <message>
        <source>The budget of %1 is used up: one more message might pass it.</source>
        <translation>The budget of %1 is used up: one more message might pass it.</translation>
    </message>
    <message>
        <source>Raise the budget, then resume. Nobody is left out.</source>
        <translation>Raise the budget, then resume. Nobody is left out.</translation>
    </message>
    <message>
        <source>No rate card tells what a message to %1 costs, so the budget of %2 could not be kept.</source>
        <translation>No rate card tells what a message to %1 costs, so the budget of %2 could not be kept.</translation>
    </message>
    <message>
        <source>Import the rate card in Settings, or take the budget away, then resume.</source>
        <translation>Import the rate card in Settings, or take the budget away, then resume.</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>--%1 %2 is not right: %3.</source>
        <translation>--%1 %2 is not right: %3.</translation>
    </message>
    <message>
        <source>09:00-21:00, or 00:00-24:00 for always</source>
        <translation>09:00-21:00, or 00:00-24:00 for always</translation>
    </message>
    <message>
        <source>a name like Europe/Madrid, or recipient</source>
        <translation>a name like Europe/Madrid, or recipient</translation>
    </message>
    <message>
        <source>The header file cannot be read: %1</source>
        <translation>The header file cannot be read: %1</translation>
    </message>
    <message>
        <source>“%1” is not the number of a campaign.</source>
        <translation>“%1” is not the number of a campaign.</translation>
    </message>
    <message>
        <source>a number from 1 on</source>
        <translation>a number from 1 on</translation>
    </message>
    <message>
        <source>“%1” is not a time. Write it like 2026-12-24T18:00:00Z, or without the Z for this computer&apos;s own time.</source>
        <translation>“%1” is not a time. Write it like 2026-12-24T18:00:00Z, or without the Z for this computer&apos;s own time.</translation>
    </message>
    <message>
        <source>“%1” is not a time span. Write it like 90s, 10m, 2h or 1d.</source>
        <translation>“%1” is not a time span. Write it like 90s, 10m, 2h or 1d.</translation>
    </message>
    <message>
        <source>KEY=VALUE</source>
        <translation>KEY=VALUE</translation>
    </message>
    <message>
        <source>“%1” is not a phone number with its country code, like +34600000274.</source>
        <translation>“%1” is not a phone number with its country code, like +34600000274.</translation>
    </message>
    <message>
        <source>“%1” is not HOST:PORT, like 127.0.0.1:8080.</source>
        <translation>“%1” is not HOST:PORT, like 127.0.0.1:8080.</translation>
    </message>
    <message>
        <source>The account; else the one in use.</source>
        <translation>The account; else the one in use.</translation>
    </message>
    <message>
        <source>Which column is what: phone, name, a variable of the template, or attr:NAME; the column by its heading or its number from 1.</source>
        <translation>Which column is what: phone, name, a variable of the template, or attr:NAME; the column by its heading or its number from 1.</translation>
    </message>
    <message>
        <source>Country of numbers without a country code: ES, IN …</source>
        <translation>Country of numbers without a country code: ES, IN …</translation>
    </message>
    <message>
        <source>What separates the cells; else it is guessed.</source>
        <translation>What separates the cells; else it is guessed.</translation>
    </message>
    <message>
        <source>UTF-8, Windows-1252 …; else it is guessed.</source>
        <translation>UTF-8, Windows-1252 …; else it is guessed.</translation>
    </message>
    <message>
        <source>The first row is a person already.</source>
        <translation>The first row is a person already.</translation>
    </message>
    <message>
        <source>Also take numbers that are possible but not known to exist.</source>
        <translation>Also take numbers that are possible but not known to exist.</translation>
    </message>
    <message>
        <source>Only say what would happen.</source>
        <translation>Only say what would happen.</translation>
    </message>
    <message>
        <source>Write the refused rows with their reasons there, as CSV.</source>
        <translation>Write the refused rows with their reasons there, as CSV.</translation>
    </message>
    <message>
        <source>a country code like ES</source>
        <translation>a country code like ES</translation>
    </message>
    <message>
        <source>one character, or tab, comma, semicolon</source>
        <translation>one character, or tab, comma, semicolon</translation>
    </message>
    <message>
        <source>a name like UTF-8 or Windows-1252</source>
        <translation>a name like UTF-8 or Windows-1252</translation>
    </message>
    <message>
        <source>What the campaign is called.</source>
        <translation>What the campaign is called.</translation>
    </message>
    <message>
        <source>The message template.</source>
        <translation>The message template.</translation>
    </message>
    <message>
        <source>The template&apos;s language, exactly as Meta names it: en_US.</source>
        <translation>The template&apos;s language, exactly as Meta names it: en_US.</translation>
    </message>
    <message>
        <source>For your own use.</source>
        <translation>For your own use.</translation>
    </message>
    <message>
        <source>10/min (the default), 20/s or max.</source>
        <translation>10/min (the default), 20/s or max.</translation>
    </message>
    <message>
        <source>The picture, video or document of the header.</source>
        <translation>The picture, video or document of the header.</translation>
    </message>
    <message>
        <source>Pause when more than so many percent of the last so many are refused; off: never.</source>
        <translation>Pause when more than so many percent of the last so many are refused; off: never.</translation>
    </message>
    <message>
        <source>When messages may leave; 00:00-24:00: always.</source>
        <translation>When messages may leave; 00:00-24:00: always.</translation>
    </message>
    <message>
        <source>On which days.</source>
        <translation>On which days.</translation>
    </message>
    <message>
        <source>A zone like Europe/Madrid, or recipient for each one&apos;s own.</source>
        <translation>A zone like Europe/Madrid, or recipient for each one&apos;s own.</translation>
    </message>
    <message>
        <source>Further tries after a transient error.</source>
        <translation>Further tries after a transient error.</translation>
    </message>
    <message>
        <source>A variable&apos;s value for people without their own.</source>
        <translation>A variable&apos;s value for people without their own.</translation>
    </message>
    <message>
        <source>a number from 0 to 20</source>
        <translation>a number from 0 to 20</translation>
    </message>
    <message>
        <source>Which sheet of a workbook: its name, or its number from 1; else the first one.</source>
        <translation>Which sheet of a workbook: its name, or its number from 1; else the first one.</translation>
    </message>
    <message>
        <source>Spread it over days: at most so many people on each.</source>
        <translation>Spread it over days: at most so many people on each.</translation>
    </message>
    <message>
        <source>Which of them.</source>
        <translation>Which of them.</translation>
    </message>
    <message>
        <source>--from-campaign needs --who and one of these words: %1.</source>
        <translation>--from-campaign needs --who and one of these words: %1.</translation>
    </message>
    <message>
        <source>Guess the columns anew instead of taking those that were chosen for an earlier file with the same headings.</source>
        <translation>Guess the columns anew instead of taking those that were chosen for an earlier file with the same headings.</translation>
    </message>
    <message>
        <source>What it may cost at most, like 250 or &quot;250 EUR&quot;: it pauses before that is passed.</source>
        <translation>What it may cost at most, like 250 or &quot;250 EUR&quot;: it pauses before that is passed.</translation>
    </message>
    <message>
        <source>an amount like 250 or 250.00 EUR, or off</source>
        <translation>an amount like 250 or 250.00 EUR, or off</translation>
    </message>
    <message>
        <source>--%1 is a day such as 2026-11-27, not “%2”.</source>
        <translation>--%1 is a day such as 2026-11-27, not “%2”.</translation>
    </message>
    <message>
        <source>template=NAME;language=CODE;var.KEY=VALUE;header=FILE|URL|ID;at=TIME, of which what is left out is as in the campaign</source>
        <translation>template=NAME;language=CODE;var.KEY=VALUE;header=FILE|URL|ID;at=TIME, of which what is left out is as in the campaign</translation>
    </message>
    <message>
        <source>a number of people in 100, from 10 to 100</source>
        <translation>a number of people in 100, from 10 to 100</translation>
    </message>
    <message>
        <source>a number from 0 to %1</source>
        <translation>a number from 0 to %1</translation>
    </message>
    <message>
        <source>Two to four of them: versions that are tested against each other, such as &quot;template=NAME;language=es;var.2=20 EUR;header=FILE;at=TIME&quot;. What is left out is as in the campaign; &quot;&quot; is the campaign as it is; off: no test.</source>
        <translation>Two to four of them: versions that are tested against each other, such as &quot;template=NAME;language=es;var.2=20 EUR;header=FILE;at=TIME&quot;. What is left out is as in the campaign; &quot;&quot; is the campaign as it is; off: no test.</translation>
    </message>
    <message>
        <source>So many of 100 people take part in the test, and the rest gets the winner; else everybody takes part.</source>
        <translation>So many of 100 people take part in the test, and the rest gets the winner; else everybody takes part.</translation>
    </message>
    <message>
        <source>By what the winner is found; else by read.</source>
        <translation>By what the winner is found; else by read.</translation>
    </message>
    <message>
        <source>How long after the last version began to be sent, such as 4h. Where it is not clear by then, and without this, you are asked.</source>
        <translation>How long after the last version began to be sent, such as 4h. Where it is not clear by then, and without this, you are asked.</translation>
    </message>
    <message>
        <source>Draws the same people for each version again; else by chance.</source>
        <translation>Draws the same people for each version again; else by chance.</translation>
    </message>
    <message>
        <source>A test needs at least two --variant.</source>
        <translation>A test needs at least two --variant.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Awaiting delivery</source>
        <translation>Awaiting delivery</translation>
    </message>
    <message>
        <source>Failed or opted out</source>
        <translation>Failed or opted out</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Recipients</translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln skipped</numerusform>
            <numerusform>%Ln skipped</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of all</source>
        <extracomment>%1 is a percentage; with few people %1 and %2 are numbers</extracomment>
        <translation>%1 of all</translation>
    </message>
    <message>
        <source>%1 of sent</source>
        <translation>%1 of sent</translation>
    </message>
    <message>
        <source>%1 of delivered</source>
        <translation>%1 of delivered</translation>
    </message>
    <message>
        <source>%1 of attempts</source>
        <translation>%1 of attempts</translation>
    </message>
    <message>
        <source>kept out</source>
        <translation>kept out</translation>
    </message>
    <message>
        <source>Attempted</source>
        <translation>Attempted</translation>
    </message>
    <message>
        <source>%1 of %2 people</source>
        <translation>%1 of %2 people</translation>
    </message>
    <message>
        <source>%1 of %2 sent</source>
        <translation>%1 of %2 sent</translation>
    </message>
    <message>
        <source>%1 of %2 delivered</source>
        <translation>%1 of %2 delivered</translation>
    </message>
    <message>
        <source>%1 of %2 tried</source>
        <translation>%1 of %2 tried</translation>
    </message>
    <message>
        <source>People who did not read it</source>
        <translation>People who did not read it</translation>
    </message>
    <message>
        <source>People who read it</source>
        <translation>People who read it</translation>
    </message>
    <message>
        <source>People who read it but did not respond</source>
        <translation>People who read it but did not respond</translation>
    </message>
    <message>
        <source>People who responded</source>
        <translation>People who responded</translation>
    </message>
    <message>
        <source>People whose message failed</source>
        <translation>People whose message failed</translation>
    </message>
    <message>
        <source>Failed ones who may be reached now</source>
        <translation>Failed ones who may be reached now</translation>
    </message>
    <message>
        <source>People who pressed an answer button</source>
        <translation>People who pressed an answer button</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Paste numbers</source>
        <translation>Paste numbers</translation>
    </message>
    <message>
        <source>One person a line: just the number, or columns copied from a spreadsheet. They are checked before anybody is added.</source>
        <translation>One person a line: just the number, or columns copied from a spreadsheet. They are checked before anybody is added.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numbers</translation>
    </message>
    <message>
        <source>+34 600 000 274
+44 7700 900118</source>
        <translation>+34 600 000 274
+44 7700 900118</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Check these people</source>
        <translation>Check these people</translation>
    </message>
</context>
<context>
    <name>PdfReport</name>
    <message>
        <source>The report could not be written to %1: %2</source>
        <translation>The report could not be written to %1: %2</translation>
    </message>
    <message>
        <source>The report could not be finished.</source>
        <translation>The report could not be finished.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>it could not be drawn</source>
        <translation>it could not be drawn</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>Phone or name</source>
        <translation>Phone or name</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Show them</translation>
    </message>
    <message>
        <source>Add more</source>
        <translation>Add more</translation>
    </message>
    <message>
        <source>More about these people</source>
        <translation>More about these people</translation>
    </message>
    <message>
        <source>People of this campaign</source>
        <translation>People of this campaign</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>From a file…</translation>
    </message>
    <message>
        <source>Paste numbers…</source>
        <translation>Paste numbers…</translation>
    </message>
    <message>
        <source>One person…</source>
        <translation>One person…</translation>
    </message>
    <message>
        <source>Remove everybody…</source>
        <translation>Remove everybody…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people in this campaign</source>
        <translation>
            <numerusform>%Ln person in this campaign</numerusform>
            <numerusform>%Ln people in this campaign</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln numbers of the last file were left out.</source>
        <translation>
            <numerusform>%Ln number of the last file was left out.</numerusform>
            <numerusform>%Ln numbers of the last file were left out.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can still fix them and add those people.</source>
        <translation>You can still fix them and add those people.</translation>
    </message>
    <message>
        <source>From your contacts…</source>
        <translation>From your contacts…</translation>
    </message>
    <message>
        <source>This campaign follows “%1”.</source>
        <translation>This campaign follows “%1”.</translation>
    </message>
    <message>
        <source>Until it is sent, whoever joins is added and whoever leaves is taken out. People whom you remove here stay out.</source>
        <translation>Until it is sent, whoever joins is added and whoever leaves is taken out. People whom you remove here stay out.</translation>
    </message>
</context>
<context>
    <name>PeriodDialog</name>
    <message>
        <source>Which days?</source>
        <translation>Which days?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Show these days</source>
        <translation>Show these days</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
</context>
<context>
    <name>PersonChanges</name>
    <message>
        <source>WhatsApp calls this person something else now.</source>
        <translation>WhatsApp calls this person something else now.</translation>
    </message>
    <message>
        <source>The person&apos;s new number is another contact&apos;s; the two may be merged.</source>
        <translation>The person&apos;s new number is another contact&apos;s; the two may be merged.</translation>
    </message>
    <message>
        <source>The person has a new number, and the contact follows.</source>
        <translation>The person has a new number, and the contact follows.</translation>
    </message>
    <message>
        <source>It changed nothing.</source>
        <translation>It changed nothing.</translation>
    </message>
    <message>
        <source>This person is not in the contact book; the change was kept.</source>
        <translation>This person is not in the contact book; the change was kept.</translation>
    </message>
    <message>
        <source>This person has another number now, which this campaign has already.</source>
        <translation>This person has another number now, which this campaign has already.</translation>
    </message>
    <message>
        <source>This person has another number now, to which nobody may write.</source>
        <translation>This person has another number now, to which nobody may write.</translation>
    </message>
    <message>
        <source>This person has another number now, which is another contact&apos;s. Merge the two.</source>
        <translation>This person has another number now, which is another contact&apos;s. Merge the two.</translation>
    </message>
    <message>
        <source>This person has another number now, which is another contact&apos;s.</source>
        <translation>This person has another number now, which is another contact&apos;s.</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Add one person</source>
        <translation>Add one person</translation>
    </message>
    <message>
        <source>The number is checked before the person is added.</source>
        <translation>The number is checked before the person is added.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>+34 600 000 274</source>
        <translation>+34 600 000 274</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Empty: %1</source>
        <translation>Empty: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Add person</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>%1 was added.</translation>
    </message>
    <message>
        <source>Type the number first</source>
        <translation>Type the number first</translation>
    </message>
</context>
<context>
    <name>PhoneChangeDelegate</name>
    <message>
        <source>Number for this row</source>
        <translation>Number for this row</translation>
    </message>
</context>
<context>
    <name>PhoneCommands</name>
    <message>
        <source>Standard input cannot be read.</source>
        <translation>Standard input cannot be read.</translation>
    </message>
    <message>
        <source>What an import makes of each line of standard input.</source>
        <translation>What an import makes of each line of standard input.</translation>
    </message>
    <message>
        <source>Country of numbers without a country code: ES, IN …</source>
        <translation>Country of numbers without a country code: ES, IN …</translation>
    </message>
</context>
<context>
    <name>PhoneParser</name>
    <message>
        <source>“%1” is not a country that phone numbers are known for. Use its two letters, as in ES or IN.</source>
        <translation>“%1” is not a country that phone numbers are known for. Use its two letters, as in ES or IN.</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Practice</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Practice data</source>
        <translation>Practice data</translation>
    </message>
</context>
<context>
    <name>PracticeList</name>
    <message>
        <source>The practice list cannot be written to %1.</source>
        <translation>The practice list cannot be written to %1.</translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>Give the campaign a name.</source>
        <translation>Give the campaign a name.</translation>
    </message>
    <message>
        <source>The campaign has a name.</source>
        <translation>The campaign has a name.</translation>
    </message>
    <message>
        <source>Choose a template.</source>
        <translation>Choose a template.</translation>
    </message>
    <message>
        <source>The template “%1” in %2 is not known here. Sync the templates, or choose another one.</source>
        <translation>The template “%1” in %2 is not known here. Sync the templates, or choose another one.</translation>
    </message>
    <message>
        <source>The template has parts that Fanfare cannot fill in yet: %1.</source>
        <translation>The template has parts that Fanfare cannot fill in yet: %1.</translation>
    </message>
    <message>
        <source>Meta does not let this template be sent: its status is %1.</source>
        <translation>Meta does not let this template be sent: its status is %1.</translation>
    </message>
    <message>
        <source>The template was changed at Meta after this campaign was set up. People get Meta&apos;s present text.</source>
        <translation>The template was changed at Meta after this campaign was set up. People get Meta&apos;s present text.</translation>
    </message>
    <message>
        <source>Meta rates this template&apos;s quality as low. It may be paused while you send.</source>
        <translation>Meta rates this template&apos;s quality as low. It may be paused while you send.</translation>
    </message>
    <message>
        <source>The template is approved and unchanged.</source>
        <translation>The template is approved and unchanged.</translation>
    </message>
    <message>
        <source>There is nobody to send to. Add people first.</source>
        <translation>There is nobody to send to. Add people first.</translation>
    </message>
    <message>
        <source>Every value is filled in for every person.</source>
        <translation>Every value is filled in for every person.</translation>
    </message>
    <message>
        <source>No header file is needed.</source>
        <translation>No header file is needed.</translation>
    </message>
    <message>
        <source>The template needs a picture, video or document in its header. Choose one.</source>
        <translation>The template needs a picture, video or document in its header. Choose one.</translation>
    </message>
    <message>
        <source>The header file cannot be read: %1</source>
        <translation>The header file cannot be read: %1</translation>
    </message>
    <message>
        <source>The header file is larger than the %1 that Meta allows.</source>
        <translation>The header file is larger than the %1 that Meta allows.</translation>
    </message>
    <message>
        <source>The header file is ready.</source>
        <translation>The header file is ready.</translation>
    </message>
    <message>
        <source>Practice: nothing leaves this computer.</source>
        <translation>Practice: nothing leaves this computer.</translation>
    </message>
    <message>
        <source>No number is connected. Connect one in Settings.</source>
        <translation>No number is connected. Connect one in Settings.</translation>
    </message>
    <message>
        <source>There is no access key for this number. Paste one in Settings.</source>
        <translation>There is no access key for this number. Paste one in Settings.</translation>
    </message>
    <message>
        <source>Meta rates this number&apos;s quality as low. Send to fewer, better-matched people.</source>
        <translation>Meta rates this number&apos;s quality as low. Send to fewer, better-matched people.</translation>
    </message>
    <message>
        <source>The number was not checked with Meta yet.</source>
        <translation>The number was not checked with Meta yet.</translation>
    </message>
    <message>
        <source>The number %1 is connected.</source>
        <translation>The number %1 is connected.</translation>
    </message>
    <message>
        <source>Practice has no limit.</source>
        <translation>Practice has no limit.</translation>
    </message>
    <message>
        <source>Meta did not say how many people this number may write to in 24 hours.</source>
        <translation>Meta did not say how many people this number may write to in 24 hours.</translation>
    </message>
    <message>
        <source>%1 more people may be written to in these 24 hours.</source>
        <translation>%1 more people may be written to in these 24 hours.</translation>
    </message>
    <message>
        <source>%1 is more than the 80/s that Meta gives most numbers.</source>
        <translation>%1 is more than the 80/s that Meta gives most numbers.</translation>
    </message>
    <message>
        <source>The rate is %1.</source>
        <translation>The rate is %1.</translation>
    </message>
    <message>
        <source>Nobody on the list has opted out.</source>
        <translation>Nobody on the list has opted out.</translation>
    </message>
    <message>
        <source>Everybody&apos;s opt-in is recorded.</source>
        <translation>Everybody&apos;s opt-in is recorded.</translation>
    </message>
    <message>
        <source>No number that Meta is known to refuse.</source>
        <translation>No number that Meta is known to refuse.</translation>
    </message>
    <message>
        <source>No day is chosen on which messages may leave.</source>
        <translation>No day is chosen on which messages may leave.</translation>
    </message>
    <message>
        <source>The send window is closed at the start. The first message leaves at %1.</source>
        <translation>The send window is closed at the start. The first message leaves at %1.</translation>
    </message>
    <message>
        <source>The send window is open at the start.</source>
        <translation>The send window is open at the start.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people will get this campaign.</source>
        <translation>
            <numerusform>%Ln person will get this campaign.</numerusform>
            <numerusform>%Ln people will get this campaign.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is empty for %Ln people. Set a default or leave them out.</source>
        <translation>
            <numerusform>“%1” is empty for %Ln person. Set a default or leave them out.</numerusform>
            <numerusform>“%1” is empty for %Ln people. Set a default or leave them out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people opted out and will not get it.</source>
        <translation>
            <numerusform>%Ln person opted out and will not get it.</numerusform>
            <numerusform>%Ln people opted out and will not get it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people have no recorded opt-in. Meta requires one.</source>
        <translation>
            <numerusform>%Ln person has no recorded opt-in. Meta requires one.</numerusform>
            <numerusform>%Ln people have no recorded opt-in. Meta requires one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Meta does not deliver marketing to US numbers: %Ln people will not get it.</source>
        <translation>
            <numerusform>Meta does not deliver marketing to US numbers: %Ln person will not get it.</numerusform>
            <numerusform>Meta does not deliver marketing to US numbers: %Ln people will not get it.</numerusform>
        </translation>
    </message>
    <message>
        <source>The workspace is on a network drive (%1), where two computers could send the same message. Move its folder to a disk of this computer.</source>
        <translation>The workspace is on a network drive (%1), where two computers could send the same message. Move its folder to a disk of this computer.</translation>
    </message>
    <message>
        <source>%1 syncs the workspace&apos;s folder and may damage it. Move it to a folder that is not synced; a backup is the way to share it.</source>
        <translation>%1 syncs the workspace&apos;s folder and may damage it. Move it to a folder that is not synced; a backup is the way to share it.</translation>
    </message>
    <message>
        <source>The workspace is on a disk of this computer.</source>
        <translation>The workspace is on a disk of this computer.</translation>
    </message>
    <message>
        <source>Spread over days: %1 a day, and %2 more are allowed in these 24 hours.</source>
        <translation>Spread over days: %1 a day, and %2 more are allowed in these 24 hours.</translation>
    </message>
    <message>
        <source>This goes to %1 people; %2 more are allowed in these 24 hours. The others wait and leave by themselves as the hours pass. Spread it over days to decide how many leave on each.</source>
        <translation>This goes to %1 people; %2 more are allowed in these 24 hours. The others wait and leave by themselves as the hours pass. Spread it over days to decide how many leave on each.</translation>
    </message>
    <message>
        <source>a line break or a tab in “%1” (%2)</source>
        <extracomment>A variable&apos;s name, and how many people have that</extracomment>
        <translation>a line break or a tab in “%1” (%2)</translation>
    </message>
    <message>
        <source>more than four spaces in a row in “%1” (%2)</source>
        <translation>more than four spaces in a row in “%1” (%2)</translation>
    </message>
    <message>
        <source>a text of more than %1 characters (%2)</source>
        <translation>a text of more than %1 characters (%2)</translation>
    </message>
    <message>
        <source>“%1” for “%2” (%3)</source>
        <extracomment>A default text, the variable it stands in for, and for how many people</extracomment>
        <translation>“%1” for “%2” (%3)</translation>
    </message>
    <message numerus="yes">
        <source>Meta would refuse the values of %Ln people: %1.</source>
        <translation>
            <numerusform>Meta would refuse the values of %Ln person: %1.</numerusform>
            <numerusform>Meta would refuse the values of %Ln people: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every value is filled in; %Ln people get a default: %1.</source>
        <translation>
            <numerusform>Every value is filled in; %Ln person gets a default: %1.</numerusform>
            <numerusform>Every value is filled in; %Ln people get a default: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cost cannot be estimated for %Ln person(s): the rate card has no price for their country.</source>
        <translation>
            <numerusform>The cost cannot be estimated for %Ln person: the rate card has no price for their country.</numerusform>
            <numerusform>The cost cannot be estimated for %Ln people: the rate card has no price for their country.</numerusform>
        </translation>
    </message>
    <message>
        <source>It costs up to %1 if everybody is delivered.</source>
        <translation>It costs up to %1 if everybody is delivered.</translation>
    </message>
    <message>
        <source>No rate card in %1 is in force, so the budget cannot be kept. Import one in Settings, or take the budget away.</source>
        <translation>No rate card in %1 is in force, so the budget cannot be kept. Import one in Settings, or take the budget away.</translation>
    </message>
    <message>
        <source>So the budget cannot be kept.</source>
        <translation>So the budget cannot be kept.</translation>
    </message>
    <message>
        <source>The budget of %1 does not reach for everybody, which may cost %2. Sending pauses before it is passed.</source>
        <translation>The budget of %1 does not reach for everybody, which may cost %2. Sending pauses before it is passed.</translation>
    </message>
    <message>
        <source>It costs up to %1, within the budget of %2.</source>
        <translation>It costs up to %1, within the budget of %2.</translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A file and its size: &quot;lisboa.jpg · 412 kB&quot;</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Media %1</source>
        <translation>Media %1</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>Qt time format</comment>
        <translation>HH:mm</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>%1 of %2 settled</source>
        <translation>%1 of %2 settled</translation>
    </message>
    <message>
        <source>Nobody is in this campaign</source>
        <translation>Nobody is in this campaign</translation>
    </message>
    <message>
        <source>%1 messages a second</source>
        <extracomment>%1 is a number</extracomment>
        <translation>%1 messages a second</translation>
    </message>
    <message>
        <source>%1 remaining</source>
        <extracomment>%1 is a number</extracomment>
        <translation>%1 remaining</translation>
    </message>
    <message>
        <source>Ends about %1, in %2</source>
        <extracomment>When sending will be over: &quot;Ends about 11:51, in 8 min&quot;</extracomment>
        <translation>Ends about %1, in %2</translation>
    </message>
</context>
<context>
    <name>QuickAnswerController</name>
    <message>
        <source>Keep these words as a quick answer?</source>
        <translation>Keep these words as a quick answer?</translation>
    </message>
    <message>
        <source>Give them a short name. They are then one click away in every conversation.</source>
        <translation>Give them a short name. They are then one click away in every conversation.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>The quick answer was not kept</source>
        <translation>The quick answer was not kept</translation>
    </message>
</context>
<context>
    <name>RateCardReader</name>
    <message>
        <source>This file is too large for a rate card.</source>
        <translation>This file is too large for a rate card.</translation>
    </message>
    <message>
        <source>This is no rate card: no row has the headings Market and Marketing, Utility or Rate.</source>
        <translation>This is no rate card: no row has the headings Market and Marketing, Utility or Rate.</translation>
    </message>
    <message>
        <source>This row cannot be read as text.</source>
        <translation>This row cannot be read as text.</translation>
    </message>
    <message>
        <source>The row names no market.</source>
        <translation>The row names no market.</translation>
    </message>
    <message>
        <source>No country or group of countries is called so.</source>
        <translation>No country or group of countries is called so.</translation>
    </message>
    <message>
        <source>This is no currency.</source>
        <translation>This is no currency.</translation>
    </message>
    <message>
        <source>The price is in another currency.</source>
        <translation>The price is in another currency.</translation>
    </message>
    <message>
        <source>The file has prices in %1 and %2. Say which ones to take.</source>
        <translation>The file has prices in %1 and %2. Say which ones to take.</translation>
    </message>
    <message>
        <source>The price holds from another day than those above; import each rate card for itself.</source>
        <translation>The price holds from another day than those above; import each rate card for itself.</translation>
    </message>
    <message>
        <source>This is no day.</source>
        <translation>This is no day.</translation>
    </message>
    <message>
        <source>The row has no price.</source>
        <translation>The row has no price.</translation>
    </message>
    <message>
        <source>This price is in the file twice.</source>
        <translation>This price is in the file twice.</translation>
    </message>
    <message>
        <source>Meta has no such category of messages.</source>
        <translation>Meta has no such category of messages.</translation>
    </message>
    <message>
        <source>From and To are no numbers of messages in this order.</source>
        <translation>From and To are no numbers of messages in this order.</translation>
    </message>
    <message>
        <source>The file says that its prices are in %1, not in %2.</source>
        <translation>The file says that its prices are in %1, not in %2.</translation>
    </message>
</context>
<context>
    <name>RateCardStore</name>
    <message>
        <source>There is no rate card %1.</source>
        <translation>There is no rate card %1.</translation>
    </message>
</context>
<context>
    <name>RateCommands</name>
    <message>
        <source>--currency is a code like USD or EUR, not “%1”.</source>
        <translation>--currency is a code like USD or EUR, not “%1”.</translation>
    </message>
    <message>
        <source>--effective is a day like 2026-10-01, not “%1”.</source>
        <translation>--effective is a day like 2026-10-01, not “%1”.</translation>
    </message>
    <message>
        <source>Would be the rate card in %1 from %2 on.</source>
        <translation>Would be the rate card in %1 from %2 on.</translation>
    </message>
    <message>
        <source>The rate card in %1 from %2 on is imported.</source>
        <translation>The rate card in %1 from %2 on is imported.</translation>
    </message>
    <message>
        <source>Markets</source>
        <translation>Markets</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Prices</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Meta changes prices only on the first day of January, April, July and October. Is %1 the right day?</source>
        <translation>Meta changes prices only on the first day of January, April, July and October. Is %1 the right day?</translation>
    </message>
    <message>
        <source>%1: %2 from %3 on, in force</source>
        <translation>%1: %2 from %3 on, in force</translation>
    </message>
    <message>
        <source>%1: %2 from %3 on</source>
        <translation>%1: %2 from %3 on</translation>
    </message>
    <message>
        <source>from %1 down</source>
        <extracomment>A price that falls with the messages of a month</extracomment>
        <translation>from %1 down</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Market</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Utility</source>
        <translation>Utility</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentication</translation>
    </message>
    <message>
        <source>Authentication abroad</source>
        <translation>Authentication abroad</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>There is no rate card here. Download it from Meta&apos;s page on pricing, then: fanfare-cli rates import FILE</source>
        <translation>There is no rate card here. Download it from Meta&apos;s page on pricing, then: fanfare-cli rates import FILE</translation>
    </message>
    <message>
        <source>“%1” is no rate card. Their numbers: fanfare-cli rates show</source>
        <translation>“%1” is no rate card. Their numbers: fanfare-cli rates show</translation>
    </message>
    <message>
        <source>The rate card is gone. Costs that rested on it are unknown again.</source>
        <translation>The rate card is gone. Costs that rested on it are unknown again.</translation>
    </message>
    <message>
        <source>Imports Meta&apos;s prices from a rate card: CSV or XLSX.</source>
        <translation>Imports Meta&apos;s prices from a rate card: CSV or XLSX.</translation>
    </message>
    <message>
        <source>The currency of the prices; else the file says it.</source>
        <translation>The currency of the prices; else the file says it.</translation>
    </message>
    <message>
        <source>From which day on they hold, like 2026-10-01; else the file says it.</source>
        <translation>From which day on they hold, like 2026-10-01; else the file says it.</translation>
    </message>
    <message>
        <source>Only say what would happen.</source>
        <translation>Only say what would happen.</translation>
    </message>
    <message>
        <source>Meta publishes list rates and volume tiers as two files: import both, one after the other, for the same currency and day.</source>
        <translation>Meta publishes list rates and volume tiers as two files: import both, one after the other, for the same currency and day.</translation>
    </message>
    <message>
        <source>The rate cards that are here.</source>
        <translation>The rate cards that are here.</translation>
    </message>
    <message>
        <source>Only those in this currency.</source>
        <translation>Only those in this currency.</translation>
    </message>
    <message>
        <source>Takes a rate card away.</source>
        <translation>Takes a rate card away.</translation>
    </message>
    <message>
        <source>--month is a month like 2026-11, not “%1”.</source>
        <translation>--month is a month like 2026-11, not “%1”.</translation>
    </message>
    <message>
        <source>What Meta charged for everything that left from here in a month, answers too.</source>
        <translation>What Meta charged for everything that left from here in a month, answers too.</translation>
    </message>
    <message>
        <source>Like 2026-11; else the present one.</source>
        <translation>Like 2026-11; else the present one.</translation>
    </message>
    <message>
        <source>Of all numbers that share the account&apos;s business, by the rate card of each day and the prices that Meta tells with its delivery events.</source>
        <translation>Of all numbers that share the account&apos;s business, by the rate card of each day and the prices that Meta tells with its delivery events.</translation>
    </message>
</context>
<context>
    <name>RateTableModel</name>
    <message>
        <source>Falls with the messages of a month</source>
        <translation>Falls with the messages of a month</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Market</translation>
    </message>
    <message>
        <source>↓ %1</source>
        <extracomment>A price that falls with the messages of a month. The arrow leads, so that decimals stand in line</extracomment>
        <translation>↓ %1</translation>
    </message>
</context>
<context>
    <name>RatesController</name>
    <message>
        <source>Row %1: %2</source>
        <translation>Row %1: %2</translation>
    </message>
    <message>
        <source>Row %1: %2 (%3)</source>
        <translation>Row %1: %2 (%3)</translation>
    </message>
    <message>
        <source>The rate cards could not be read</source>
        <translation>The rate cards could not be read</translation>
    </message>
    <message>
        <source>Choose a rate card</source>
        <translation>Choose a rate card</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx)</source>
        <translation>Tables (*.csv *.tsv *.txt *.xlsx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>The file was not imported</source>
        <translation>The file was not imported</translation>
    </message>
    <message>
        <source>The rate card in %1 is imported</source>
        <translation>The rate card in %1 is imported</translation>
    </message>
    <message>
        <source>The rate card was not removed</source>
        <translation>The rate card was not removed</translation>
    </message>
</context>
<context>
    <name>RatesImportDialog</name>
    <message numerus="yes">
        <source>“%1” has prices for %Ln markets.</source>
        <translation>
            <numerusform>“%1” has prices for %Ln market.</numerusform>
            <numerusform>“%1” has prices for %Ln markets.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import this rate card?</source>
        <translation>Import this rate card?</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Currency</translation>
    </message>
    <message>
        <source>The file does not say it: the one in which Meta bills you.</source>
        <translation>The file does not say it: the one in which Meta bills you.</translation>
    </message>
    <message>
        <source>As the file says.</source>
        <translation>As the file says.</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>Holds from</translation>
    </message>
    <message>
        <source>As the file says. Meta changes prices on 1 January, April, July and October.</source>
        <translation>As the file says. Meta changes prices on 1 January, April, July and October.</translation>
    </message>
    <message>
        <source>The file does not say it. Meta changes prices on 1 January, April, July and October.</source>
        <translation>The file does not say it. Meta changes prices on 1 January, April, July and October.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be used and are left out:</source>
        <translation>
            <numerusform>%Ln row cannot be used and is left out:</numerusform>
            <numerusform>%Ln rows cannot be used and are left out:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Write a code of three letters, like USD or EUR</source>
        <translation>Write a code of three letters, like USD or EUR</translation>
    </message>
</context>
<context>
    <name>RatesPanel</name>
    <message>
        <source>%1, from %2 on</source>
        <translation>%1, from %2 on</translation>
    </message>
    <message>
        <source>%1 · in force</source>
        <extracomment>Of a rate card: its prices are those of today</extracomment>
        <translation>%1 · in force</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Rates</translation>
    </message>
    <message>
        <source>What Meta charges for messages. Download the rate card in your billing currency from Meta&apos;s page on pricing; campaigns then say what they cost, and keep to a budget.</source>
        <translation>What Meta charges for messages. Download the rate card in your billing currency from Meta&apos;s page on pricing; campaigns then say what they cost, and keep to a budget.</translation>
    </message>
    <message>
        <source>Import a rate card…</source>
        <translation>Import a rate card…</translation>
    </message>
    <message>
        <source>No rate card yet</source>
        <translation>No rate card yet</translation>
    </message>
    <message>
        <source>Without one, campaigns are sent as ever; only their cost stays unknown.</source>
        <translation>Without one, campaigns are sent as ever; only their cost stays unknown.</translation>
    </message>
    <message>
        <source>Prices of the rate card</source>
        <translation>Prices of the rate card</translation>
    </message>
    <message numerus="yes">
        <source>%Ln markets</source>
        <translation>
            <numerusform>%Ln market</numerusform>
            <numerusform>%Ln markets</numerusform>
        </translation>
    </message>
    <message>
        <source>imported on %1 from %2</source>
        <translation>imported on %1 from %2</translation>
    </message>
    <message>
        <source>Show prices</source>
        <translation>Show prices</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Remove…</translation>
    </message>
    <message>
        <source>Prices per delivered message in %1, from %2 on</source>
        <translation>Prices per delivered message in %1, from %2 on</translation>
    </message>
    <message>
        <source>Remove the rate card in %1 from %2 on?</source>
        <translation>Remove the rate card in %1 from %2 on?</translation>
    </message>
    <message>
        <source>What campaigns cost by it is unknown again until it is imported once more.</source>
        <translation>What campaigns cost by it is unknown again until it is imported once more.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Remove it</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
</context>
<context>
    <name>ReasonChart</name>
    <message>
        <source>Why messages failed</source>
        <translation>Why messages failed</translation>
    </message>
    <message>
        <source>%1: %2, %3 of all that failed</source>
        <translation>%1: %2, %3 of all that failed</translation>
    </message>
</context>
<context>
    <name>ReceptionCard</name>
    <message>
        <source>They arrive by themselves.</source>
        <translation>They arrive by themselves.</translation>
    </message>
    <message>
        <source>In practice, the simulator tells what becomes of each message.</source>
        <translation>In practice, the simulator tells what becomes of each message.</translation>
    </message>
    <message>
        <source>Go to accounts</source>
        <translation>Go to accounts</translation>
    </message>
    <message>
        <source>Connect a number first.</source>
        <translation>Connect a number first.</translation>
    </message>
    <message>
        <source>Delivery events are about the messages of a number.</source>
        <translation>Delivery events are about the messages of a number.</translation>
    </message>
    <message>
        <source>Callback URL</source>
        <translation>Callback URL</translation>
    </message>
    <message>
        <source>Verify token</source>
        <translation>Verify token</translation>
    </message>
    <message>
        <source>Copy the callback URL</source>
        <translation>Copy the callback URL</translation>
    </message>
    <message>
        <source>Copy the verify token</source>
        <translation>Copy the verify token</translation>
    </message>
</context>
<context>
    <name>RecipientExport</name>
    <message>
        <source>The people could not be read.</source>
        <translation>The people could not be read.</translation>
    </message>
</context>
<context>
    <name>RecipientImport</name>
    <message>
        <source>No column looks like phone numbers. Say which one holds them.</source>
        <translation>No column looks like phone numbers. Say which one holds them.</translation>
    </message>
</context>
<context>
    <name>RecipientTableModel</name>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Responded</source>
        <translation>Responded</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Tries</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>What happened</translation>
    </message>
</context>
<context>
    <name>RecipientsPanel</name>
    <message>
        <source>Awaiting</source>
        <translation>Awaiting</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Phone or name</source>
        <translation>Phone or name</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>Nobody here</translation>
    </message>
    <message>
        <source>Nobody in this campaign yet</source>
        <translation>Nobody in this campaign yet</translation>
    </message>
    <message>
        <source>No person of this campaign matches.</source>
        <translation>No person of this campaign matches.</translation>
    </message>
    <message>
        <source>Add people to the draft, then they are listed here.</source>
        <translation>Add people to the draft, then they are listed here.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Show everybody</translation>
    </message>
    <message>
        <source>People of this campaign</source>
        <translation>People of this campaign</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Message: %1</source>
        <translation>Message: %1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Everybody who got at least as far as “%1”, whatever came later</source>
        <translation>Everybody who got at least as far as “%1”, whatever came later</translation>
    </message>
</context>
<context>
    <name>RecipientsStep</name>
    <message>
        <source>Adding people</source>
        <translation>Adding people</translation>
    </message>
    <message>
        <source>The people were not added</source>
        <translation>The people were not added</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows left out</source>
        <translation>
            <numerusform>%Ln row left out</numerusform>
            <numerusform>%Ln rows left out</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file with numbers</source>
        <translation>Choose a file with numbers</translation>
    </message>
    <message>
        <source>%1 was put away</source>
        <translation>%1 was put away</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>pasted</translation>
    </message>
    <message>
        <source>Save the rows that cannot be used</source>
        <translation>Save the rows that cannot be used</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1-not-used</source>
        <extracomment>A file name without its ending: the rows of &quot;clientes&quot; that could not be used</extracomment>
        <translation>%1-not-used</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people removed</source>
        <translation>
            <numerusform>%Ln person removed</numerusform>
            <numerusform>%Ln people removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove all %Ln people from this campaign?</source>
        <translation>
            <numerusform>Remove the one person from this campaign?</numerusform>
            <numerusform>Remove all %Ln people from this campaign?</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay in your contacts. Numbers that you fixed here have to be fixed again.</source>
        <translation>They stay in your contacts. Numbers that you fixed here have to be fixed again.</translation>
    </message>
    <message>
        <source>Remove everybody</source>
        <translation>Remove everybody</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Keep them</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Lists of people (*.csv *.tsv *.txt *.xlsx *.vcf *.vcard);;All files (*)</source>
        <translation>Lists of people (*.csv *.tsv *.txt *.xlsx *.vcf *.vcard);;All files (*)</translation>
    </message>
</context>
<context>
    <name>RecurrenceDesk</name>
    <message>
        <source>Say on which days and at what time.</source>
        <translation>Say on which days and at what time.</translation>
    </message>
    <message>
        <source>There is no time zone %1.</source>
        <translation>There is no time zone %1.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>The name of a campaign that is made again and again: &quot;Weekly offer, 30 Nov 2026&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>The campaign was deleted before it was complete.</source>
        <translation>The campaign was deleted before it was complete.</translation>
    </message>
</context>
<context>
    <name>RecurrenceStore</name>
    <message>
        <source>It is repeated from now on, next on %1.</source>
        <translation>It is repeated from now on, next on %1.</translation>
    </message>
    <message>
        <source>It is not repeated any more.</source>
        <translation>It is not repeated any more.</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier time(s) had passed while Fanfare was not running and were left out.</source>
        <translation>
            <numerusform>%n earlier time had passed while Fanfare was not running and was left out.</numerusform>
            <numerusform>%n earlier times had passed while Fanfare was not running and were left out.</numerusform>
        </translation>
    </message>
    <message>
        <source>Made from “%1”, which is repeated.</source>
        <translation>Made from “%1”, which is repeated.</translation>
    </message>
    <message>
        <source>Made, but not sent: %1</source>
        <translation>Made, but not sent: %1</translation>
    </message>
</context>
<context>
    <name>RecurrenceWords</name>
    <message>
        <source>, </source>
        <comment>between days of the week</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A time of day and the city in whose zone it is meant: &quot;10:00 (Madrid)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>every day at %1</source>
        <translation>every day at %1</translation>
    </message>
    <message>
        <source>every %1 at %2</source>
        <translation>every %1 at %2</translation>
    </message>
    <message>
        <source>on day %1 of every month at %2</source>
        <translation>on day %1 of every month at %2</translation>
    </message>
</context>
<context>
    <name>RecurringCommands</name>
    <message>
        <source>--%1 %2 is not understood. Say for example %3.</source>
        <translation>--%1 %2 is not understood. Say for example %3.</translation>
    </message>
    <message>
        <source>--on is for --every week and --every month.</source>
        <translation>--on is for --every week and --every month.</translation>
    </message>
    <message>
        <source>1 to 31; a shorter month has it on its last day</source>
        <translation>1 to 31; a shorter month has it on its last day</translation>
    </message>
    <message>
        <source>Campaign %1 is repeated, next on %2.</source>
        <translation>Campaign %1 is repeated, next on %2.</translation>
    </message>
    <message>
        <source>It is made while Fanfare is open or fanfare-cli campaign run runs. Of several times that were missed, one is made; and where it was to be sent, it waits for your word.</source>
        <translation>It is made while Fanfare is open or fanfare-cli campaign run runs. Of several times that were missed, one is made; and where it was to be sent, it waits for your word.</translation>
    </message>
    <message>
        <source>No campaign is repeated.</source>
        <translation>No campaign is repeated.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Every</translation>
    </message>
    <message>
        <source>On</source>
        <translation>On</translation>
    </message>
    <message>
        <source>At</source>
        <translation>At</translation>
    </message>
    <message>
        <source>Makes</source>
        <translation>Makes</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Campaign %1 is not repeated.</source>
        <translation>Campaign %1 is not repeated.</translation>
    </message>
    <message>
        <source>Campaign %1 is not repeated any more.</source>
        <translation>Campaign %1 is not repeated any more.</translation>
    </message>
    <message>
        <source>Repeats a campaign: its template, its settings and its people.</source>
        <translation>Repeats a campaign: its template, its settings and its people.</translation>
    </message>
    <message>
        <source>How often.</source>
        <translation>How often.</translation>
    </message>
    <message>
        <source>Days of the week, mon,thu, or the day of the month, 1 to 31.</source>
        <translation>Days of the week, mon,thu, or the day of the month, 1 to 31.</translation>
    </message>
    <message>
        <source>At what time.</source>
        <translation>At what time.</translation>
    </message>
    <message>
        <source>A zone like Europe/Madrid; else the workspace&apos;s.</source>
        <translation>A zone like Europe/Madrid; else the workspace&apos;s.</translation>
    </message>
    <message>
        <source>Make a draft, which you look at and send (the default), or send it.</source>
        <translation>Make a draft, which you look at and send (the default), or send it.</translation>
    </message>
    <message>
        <source>The campaigns that are repeated, the next one first.</source>
        <translation>The campaigns that are repeated, the next one first.</translation>
    </message>
    <message>
        <source>Repeats it no more; what was made of it stays.</source>
        <translation>Repeats it no more; what was made of it stays.</translation>
    </message>
    <message>
        <source>To everybody who is in this segment then; else to the campaign&apos;s own people.</source>
        <translation>To everybody who is in this segment then; else to the campaign&apos;s own people.</translation>
    </message>
</context>
<context>
    <name>Relay</name>
    <message>
        <source>What answered at this address is not a relay of Fanfare.</source>
        <translation>What answered at this address is not a relay of Fanfare.</translation>
    </message>
</context>
<context>
    <name>RelayCheck</name>
    <message>
        <source>There is no key for the relay on this computer.</source>
        <translation>There is no key for the relay on this computer.</translation>
    </message>
</context>
<context>
    <name>RelayClient</name>
    <message>
        <source>The relay&apos;s certificate is not trusted, so nothing was sent to it.</source>
        <translation>The relay&apos;s certificate is not trusted, so nothing was sent to it.</translation>
    </message>
    <message>
        <source>The relay cannot be reached: %1</source>
        <translation>The relay cannot be reached: %1</translation>
    </message>
    <message>
        <source>The relay does not know this key. It may have been revoked.</source>
        <translation>The relay does not know this key. It may have been revoked.</translation>
    </message>
    <message>
        <source>Too many wrong keys came from this address; the relay listens again later.</source>
        <translation>Too many wrong keys came from this address; the relay listens again later.</translation>
    </message>
    <message>
        <source>The relay is there, but does not work at this moment. Is its disk full?</source>
        <translation>The relay is there, but does not work at this moment. Is its disk full?</translation>
    </message>
    <message>
        <source>What answered at this address is not a relay of Fanfare.</source>
        <translation>What answered at this address is not a relay of Fanfare.</translation>
    </message>
    <message>
        <source>“%1” is not an address like https://relay.example.org.</source>
        <translation>“%1” is not an address like https://relay.example.org.</translation>
    </message>
    <message>
        <source>The address of a relay begins with https://. Without it, the key would travel readable for everybody.</source>
        <translation>The address of a relay begins with https://. Without it, the key would travel readable for everybody.</translation>
    </message>
    <message>
        <source>Another workspace fetches with this key already, and would miss what comes here. Make a key for this one on the relay, and connect again.</source>
        <translation>Another workspace fetches with this key already, and would miss what comes here. Make a key for this one on the relay, and connect again.</translation>
    </message>
</context>
<context>
    <name>RelayCommands</name>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>The file cannot be read: %1</translation>
    </message>
    <message>
        <source>There is no certificate in this file: %1</source>
        <translation>There is no certificate in this file: %1</translation>
    </message>
    <message>
        <source>There is no key on standard input.</source>
        <translation>There is no key on standard input.</translation>
    </message>
    <message>
        <source>This workspace fetches its events from %1.</source>
        <translation>This workspace fetches its events from %1.</translation>
    </message>
    <message>
        <source>There is no key for it yet: give it with --key-stdin, or set FANFARE_RELAY_KEY.</source>
        <translation>There is no key for it yet: give it with --key-stdin, or set FANFARE_RELAY_KEY.</translation>
    </message>
    <message>
        <source>This workspace fetches from no relay any more.</source>
        <translation>This workspace fetches from no relay any more.</translation>
    </message>
    <message>
        <source>A relay answers at the address</source>
        <translation>A relay answers at the address</translation>
    </message>
    <message>
        <source>The connection is encrypted and trusted</source>
        <translation>The connection is encrypted and trusted</translation>
    </message>
    <message>
        <source>The relay knows the key</source>
        <translation>The relay knows the key</translation>
    </message>
    <message>
        <source>Meta has checked the address</source>
        <translation>Meta has checked the address</translation>
    </message>
    <message>
        <source>Meta has posted an event</source>
        <translation>Meta has posted an event</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>not looked at</translation>
    </message>
    <message>
        <source>Has this workspace fetch its delivery events from a relay.</source>
        <translation>Has this workspace fetch its delivery events from a relay.</translation>
    </message>
    <message>
        <source>Read the key from standard input; it goes to the keychain.</source>
        <translation>Read the key from standard input; it goes to the keychain.</translation>
    </message>
    <message>
        <source>Trust this certificate (PEM) too, where the relay has one of its own making.</source>
        <translation>Trust this certificate (PEM) too, where the relay has one of its own making.</translation>
    </message>
    <message>
        <source>FANFARE_RELAY_KEY in the environment comes before the keychain.</source>
        <translation>FANFARE_RELAY_KEY in the environment comes before the keychain.</translation>
    </message>
    <message>
        <source>Forgets the relay and its key.</source>
        <translation>Forgets the relay and its key.</translation>
    </message>
    <message>
        <source>Looks at the relay step by step: reachable, encrypted, key, handshake, first event.</source>
        <translation>Looks at the relay step by step: reachable, encrypted, key, handshake, first event.</translation>
    </message>
    <message>
        <source>Fetches what waits at the relay into this workspace.</source>
        <translation>Fetches what waits at the relay into this workspace.</translation>
    </message>
    <message>
        <source>Go on, and have every event within a second, until stopped.</source>
        <translation>Go on, and have every event within a second, until stopped.</translation>
    </message>
    <message>
        <source>Leave out for good what is not signed with a known app secret; else it waits.</source>
        <translation>Leave out for good what is not signed with a known app secret; else it waits.</translation>
    </message>
</context>
<context>
    <name>RelayController</name>
    <message>
        <source>The key was not saved</source>
        <translation>The key was not saved</translation>
    </message>
    <message>
        <source>Stop using the relay?</source>
        <translation>Stop using the relay?</translation>
    </message>
    <message>
        <source>The key is forgotten on this computer; for another time the relay has to make a new one. What waits at the relay stays there.</source>
        <translation>The key is forgotten on this computer; for another time the relay has to make a new one. What waits at the relay stays there.</translation>
    </message>
    <message>
        <source>Stop using it</source>
        <translation>Stop using it</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>The settings were not saved</source>
        <translation>The settings were not saved</translation>
    </message>
</context>
<context>
    <name>RelayPanel</name>
    <message>
        <source>Stop using the relay</source>
        <translation>Stop using the relay</translation>
    </message>
    <message>
        <source>Address of the relay</source>
        <translation>Address of the relay</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>Relay</translation>
    </message>
    <message>
        <source>A small server of your own takes delivery events and answers while this computer is off, and keeps them until Fanfare has fetched them. Nothing is lost in between.</source>
        <translation>A small server of your own takes delivery events and answers while this computer is off, and keeps them until Fanfare has fetched them. Nothing is lost in between.</translation>
    </message>
    <message>
        <source>Connect to your relay</source>
        <translation>Connect to your relay</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>The relay makes one for each computer: fanfare-cli relay key add NAME. It is kept in the keychain of this computer.</source>
        <translation>The relay makes one for each computer: fanfare-cli relay key add NAME. It is kept in the keychain of this computer.</translation>
    </message>
    <message>
        <source>The guide in packaging/relay sets one up in a quarter of an hour.</source>
        <translation>The guide in packaging/relay sets one up in a quarter of an hour.</translation>
    </message>
    <message>
        <source>The relay answers</source>
        <translation>The relay answers</translation>
    </message>
    <message>
        <source>The connection is encrypted and trusted</source>
        <translation>The connection is encrypted and trusted</translation>
    </message>
    <message>
        <source>The relay knows this computer&apos;s key</source>
        <translation>The relay knows this computer&apos;s key</translation>
    </message>
    <message>
        <source>Meta has checked the address</source>
        <translation>Meta has checked the address</translation>
    </message>
    <message>
        <source>The first event has come</source>
        <translation>The first event has come</translation>
    </message>
    <message numerus="yes">
        <source>The relay gave up %Ln events before they were fetched.</source>
        <translation>
            <numerusform>The relay gave up %Ln event before it was fetched.</numerusform>
            <numerusform>The relay gave up %Ln events before they were fetched.</numerusform>
        </translation>
    </message>
    <message>
        <source>It keeps only so much for so long. What became of messages in that time stays unknown.</source>
        <translation>It keeps only so much for so long. What became of messages in that time stays unknown.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>No relay is used.</source>
        <translation>No relay is used.</translation>
    </message>
    <message>
        <source>While this computer is off, nobody takes delivery events for it. Meta tries for seven days.</source>
        <translation>While this computer is off, nobody takes delivery events for it. Meta tries for seven days.</translation>
    </message>
    <message>
        <source>Connecting to the relay…</source>
        <translation>Connecting to the relay…</translation>
    </message>
    <message>
        <source>Fanfare fetches its events from the relay.</source>
        <translation>Fanfare fetches its events from the relay.</translation>
    </message>
    <message>
        <source>Last one: %1.</source>
        <translation>Last one: %1.</translation>
    </message>
    <message>
        <source>None has come yet.</source>
        <translation>None has come yet.</translation>
    </message>
    <message>
        <source>Nothing can be fetched from the relay at this moment.</source>
        <translation>Nothing can be fetched from the relay at this moment.</translation>
    </message>
    <message>
        <source>Give the app secret</source>
        <translation>Give the app secret</translation>
    </message>
    <message>
        <source>Looks for the relay at %1.</source>
        <translation>Looks for the relay at %1.</translation>
    </message>
    <message>
        <source>Only a certificate that this computer trusts keeps the key and your customers&apos; answers private.</source>
        <translation>Only a certificate that this computer trusts keeps the key and your customers&apos; answers private.</translation>
    </message>
    <message>
        <source>The relay keeps what comes for each computer until that one has fetched it.</source>
        <translation>The relay keeps what comes for each computer until that one has fetched it.</translation>
    </message>
    <message>
        <source>In Meta&apos;s App Dashboard, open WhatsApp, Configuration, and paste these. Meta checks the address when you save.</source>
        <translation>In Meta&apos;s App Dashboard, open WhatsApp, Configuration, and paste these. Meta checks the address when you save.</translation>
    </message>
    <message>
        <source>Send a test message from a campaign&apos;s last step; its delivery is the first event.</source>
        <translation>Send a test message from a campaign&apos;s last step; its delivery is the first event.</translation>
    </message>
    <message>
        <source>Nobody on the way can read or change what is fetched.</source>
        <translation>Nobody on the way can read or change what is fetched.</translation>
    </message>
    <message>
        <source>Every computer of yours has its own key, and its own place.</source>
        <translation>Every computer of yours has its own key, and its own place.</translation>
    </message>
    <message>
        <source>Received: %1.</source>
        <translation>Received: %1.</translation>
    </message>
    <message>
        <source>Meta knows it: it posts there.</source>
        <translation>Meta knows it: it posts there.</translation>
    </message>
</context>
<context>
    <name>RelayPullRun</name>
    <message>
        <source>This workspace is not connected to a relay. See: fanfare-cli relay connect --help</source>
        <translation>This workspace is not connected to a relay. See: fanfare-cli relay connect --help</translation>
    </message>
    <message numerus="yes">
        <source>The relay gave up %n event bodies before they were fetched. What became of messages in that time stays unknown.</source>
        <translation>
            <numerusform>The relay gave up %n event body before it was fetched. What became of messages in that time stays unknown.</numerusform>
            <numerusform>The relay gave up %n event bodies before they were fetched. What became of messages in that time stays unknown.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody received delivery events from %1 to %2, and Meta does not try to tell them any more.</source>
        <translation>Nobody received delivery events from %1 to %2, and Meta does not try to tell them any more.</translation>
    </message>
    <message>
        <source>The app secret is not known. Without it, anybody could make up delivery events.</source>
        <translation>The app secret is not known. Without it, anybody could make up delivery events.</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>applied</translation>
    </message>
    <message>
        <source>Connected to the relay.</source>
        <translation>Connected to the relay.</translation>
    </message>
    <message numerus="yes">
        <source>%n event bodies were fetched.</source>
        <translation>
            <numerusform>%n event body was fetched.</numerusform>
            <numerusform>%n event bodies were fetched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were left out, because they were not signed.</source>
        <translation>
            <numerusform>%n was left out, because it was not signed.</numerusform>
            <numerusform>%n were left out, because they were not signed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelayPuller</name>
    <message>
        <source>The relay has events that are not signed with an app secret known here. Nothing was lost: they wait until the secret is set in Settings.</source>
        <translation>The relay has events that are not signed with an app secret known here. Nothing was lost: they wait until the secret is set in Settings.</translation>
    </message>
</context>
<context>
    <name>RelayQueue</name>
    <message>
        <source>There is no key of that name: “%1”.</source>
        <translation>There is no key of that name: “%1”.</translation>
    </message>
    <message>
        <source>This number was never given out.</source>
        <translation>This number was never given out.</translation>
    </message>
    <message>
        <source>A key needs a name.</source>
        <translation>A key needs a name.</translation>
    </message>
    <message>
        <source>There is a key of that name already: “%1”.</source>
        <translation>There is a key of that name already: “%1”.</translation>
    </message>
</context>
<context>
    <name>RelayReceiver</name>
    <message>
        <source>The app secret is not known. Without it, anybody could make up delivery events.</source>
        <translation>The app secret is not known. Without it, anybody could make up delivery events.</translation>
    </message>
</context>
<context>
    <name>RelayServer</name>
    <message>
        <source>The app secret is not known. Without it, anybody could make up delivery events.</source>
        <translation>The app secret is not known. Without it, anybody could make up delivery events.</translation>
    </message>
    <message>
        <source>The disk of the relay is full.</source>
        <translation>The disk of the relay is full.</translation>
    </message>
</context>
<context>
    <name>RelayServerCommands</name>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>The file cannot be read: %1</translation>
    </message>
    <message>
        <source>--certificate and --private-key belong together.</source>
        <translation>--certificate and --private-key belong together.</translation>
    </message>
    <message>
        <source>“%1” is not an address like 127.0.0.1.</source>
        <translation>“%1” is not an address like 127.0.0.1.</translation>
    </message>
    <message>
        <source>--keep-days is at most %1.</source>
        <translation>--keep-days is at most %1.</translation>
    </message>
    <message>
        <source>The app secret is not known. Set FANFARE_APP_SECRET.</source>
        <translation>The app secret is not known. Set FANFARE_APP_SECRET.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>never</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Last seen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Given up</translation>
    </message>
    <message>
        <source>The key “%1” is worth nothing any more.</source>
        <translation>The key “%1” is worth nothing any more.</translation>
    </message>
    <message>
        <source>The folder in which the relay keeps what it receives.</source>
        <translation>The folder in which the relay keeps what it receives.</translation>
    </message>
    <message>
        <source>Receives Meta&apos;s webhooks on a public host and keeps them until the desktops have fetched them.</source>
        <translation>Receives Meta&apos;s webhooks on a public host and keeps them until the desktops have fetched them.</translation>
    </message>
    <message>
        <source>Where; port 0: a free one.</source>
        <translation>Where; port 0: a free one.</translation>
    </message>
    <message>
        <source>For Meta&apos;s handshake; else it is made from the app secret, as in the window.</source>
        <translation>For Meta&apos;s handshake; else it is made from the app secret, as in the window.</translation>
    </message>
    <message>
        <source>Serves HTTPS with this chain (PEM); without it, a reverse proxy does.</source>
        <translation>Serves HTTPS with this chain (PEM); without it, a reverse proxy does.</translation>
    </message>
    <message>
        <source>Of the certificate (PEM).</source>
        <translation>Of the certificate (PEM).</translation>
    </message>
    <message>
        <source>A reverse proxy whose X-Forwarded-For is believed.</source>
        <translation>A reverse proxy whose X-Forwarded-For is believed.</translation>
    </message>
    <message>
        <source>What nobody fetched is given up after so long; else 30.</source>
        <translation>What nobody fetched is given up after so long; else 30.</translation>
    </message>
    <message>
        <source>The oldest is given up when it is more than this; else 2048.</source>
        <translation>The oldest is given up when it is more than this; else 2048.</translation>
    </message>
    <message>
        <source>With fewer megabytes free on the disk, Meta is asked to send later; else 64.</source>
        <translation>With fewer megabytes free on the disk, Meta is asked to send later; else 64.</translation>
    </message>
    <message>
        <source>The app secret is read from FANFARE_APP_SECRET, or else from the keychain of the workspace.</source>
        <translation>The app secret is read from FANFARE_APP_SECRET, or else from the keychain of the workspace.</translation>
    </message>
    <message>
        <source>What Meta asks for beside the address of the relay.</source>
        <translation>What Meta asks for beside the address of the relay.</translation>
    </message>
    <message>
        <source>Makes a key for a desktop, and shows it this once.</source>
        <translation>Makes a key for a desktop, and shows it this once.</translation>
    </message>
    <message>
        <source>Whose keys there are, and what waits for them.</source>
        <translation>Whose keys there are, and what waits for them.</translation>
    </message>
    <message>
        <source>Makes a key worth nothing.</source>
        <translation>Makes a key worth nothing.</translation>
    </message>
    <message>
        <source>This is the only time that the key is shown. On the desktop: Settings → Relay, or fanfare-cli relay connect.</source>
        <translation>This is the only time that the key is shown. On the desktop: Settings → Relay, or fanfare-cli relay connect.</translation>
    </message>
</context>
<context>
    <name>RelayService</name>
    <message>
        <source>Meta has checked the address.</source>
        <translation>Meta has checked the address.</translation>
    </message>
    <message numerus="yes">
        <source>%1 fetched %n event bodies.</source>
        <extracomment>%1: name of a desktop</extracomment>
        <translation>
            <numerusform>%1 fetched %n event body.</numerusform>
            <numerusform>%1 fetched %n event bodies.</numerusform>
        </translation>
    </message>
    <message>
        <source>A wrong key came from %1.</source>
        <translation>A wrong key came from %1.</translation>
    </message>
    <message>
        <source>Listening at %1</source>
        <translation>Listening at %1</translation>
    </message>
    <message numerus="yes">
        <source>%n event bodies were stored.</source>
        <translation>
            <numerusform>%n event body was stored.</numerusform>
            <numerusform>%n event bodies were stored.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stored: %1. Refused: %2.</source>
        <extracomment>%1: how many of Meta&apos;s posts were stored, %2: how many requests were refused</extracomment>
        <translation>Stored: %1. Refused: %2.</translation>
    </message>
</context>
<context>
    <name>RemarkDelegate</name>
    <message>
        <source>Fix</source>
        <translation>Fix</translation>
    </message>
</context>
<context>
    <name>RepeatDialog</name>
    <message>
        <source>Repeat “%1”?</source>
        <translation>Repeat “%1”?</translation>
    </message>
    <message>
        <source>Each time a new campaign is made with its template, its settings and its people, without those who have opted out by then.</source>
        <translation>Each time a new campaign is made with its template, its settings and its people, without those who have opted out by then.</translation>
    </message>
    <message>
        <source>Stop repeating</source>
        <translation>Stop repeating</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Leave as it is</translation>
    </message>
    <message>
        <source>Do not repeat</source>
        <translation>Do not repeat</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>Choose at least one day</source>
        <translation>Choose at least one day</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>How often</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Every day</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Every week</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Every month</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>at</source>
        <comment>before a time of day</comment>
        <translation>at</translation>
    </message>
    <message>
        <source>Day of the month</source>
        <translation>Day of the month</translation>
    </message>
    <message>
        <source>On day</source>
        <translation>On day</translation>
    </message>
    <message>
        <source>or the last day of a shorter month</source>
        <translation>or the last day of a shorter month</translation>
    </message>
    <message>
        <source>Make a draft</source>
        <translation>Make a draft</translation>
    </message>
    <message>
        <source>You look at it and send it</source>
        <translation>You look at it and send it</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Send it</translation>
    </message>
    <message>
        <source>In its sending hours</source>
        <translation>In its sending hours</translation>
    </message>
    <message>
        <source>%1 time</source>
        <translation>%1 time</translation>
    </message>
    <message>
        <source>Next on %1, while Fanfare is open. Of times that were missed, you are asked about the latest.</source>
        <translation>Next on %1, while Fanfare is open. Of times that were missed, you are asked about the latest.</translation>
    </message>
</context>
<context>
    <name>ReportCharts</name>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
</context>
<context>
    <name>ReportCommands</name>
    <message>
        <source>Writing</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>%1: %2 people</source>
        <translation>%1: %2 people</translation>
    </message>
    <message>
        <source>Where to. The file appears whole or not at all.</source>
        <translation>Where to. The file appears whole or not at all.</translation>
    </message>
    <message>
        <source>Name campaigns by their ids, or a period with --from and --to.</source>
        <translation>Name campaigns by their ids, or a period with --from and --to.</translation>
    </message>
    <message>
        <source>--to is before --from.</source>
        <translation>--to is before --from.</translation>
    </message>
    <message>
        <source>A sheet of Excel is full after 1,048,576 rows, so the people are on: %1</source>
        <translation>A sheet of Excel is full after 1,048,576 rows, so the people are on: %1</translation>
    </message>
    <message>
        <source>“%1” is not a format: csv, xlsx or pdf.</source>
        <translation>“%1” is not a format: csv, xlsx or pdf.</translation>
    </message>
    <message>
        <source>--colour is written as #5646B8, not “%1”.</source>
        <translation>--colour is written as #5646B8, not “%1”.</translation>
    </message>
    <message>
        <source>--paper is a4 or letter, not “%1”.</source>
        <translation>--paper is a4 or letter, not “%1”.</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Fanfare’s mark</source>
        <translation>Fanfare’s mark</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>your own</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Writes what campaigns did into a file, for the client: those named, or those that began in a period.</source>
        <translation>Writes what campaigns did into a file, for the client: those named, or those that began in a period.</translation>
    </message>
    <message>
        <source>The first day of the period.</source>
        <translation>The first day of the period.</translation>
    </message>
    <message>
        <source>Its last day.</source>
        <translation>Its last day.</translation>
    </message>
    <message>
        <source>Everybody in a table, a workbook of figures and people, or the report for people.</source>
        <translation>Everybody in a table, a workbook of figures and people, or the report for people.</translation>
    </message>
    <message>
        <source>Begin a CSV file with a byte order mark, for Excel.</source>
        <translation>Begin a CSV file with a byte order mark, for Excel.</translation>
    </message>
    <message>
        <source>How the PDF reports look; without an option, how they do now.</source>
        <translation>How the PDF reports look; without an option, how they do now.</translation>
    </message>
    <message>
        <source>Who hands them over.</source>
        <translation>Who hands them over.</translation>
    </message>
    <message>
        <source>A PNG or JPEG; none: Fanfare’s mark.</source>
        <translation>A PNG or JPEG; none: Fanfare’s mark.</translation>
    </message>
    <message>
        <source>Of rules and titles.</source>
        <translation>Of rules and titles.</translation>
    </message>
    <message>
        <source>The size of the pages.</source>
        <translation>The size of the pages.</translation>
    </message>
    <message>
        <source>--every is week, month or never, not “%1”.</source>
        <translation>--every is week, month or never, not “%1”.</translation>
    </message>
    <message>
        <source>No reports are written by themselves.</source>
        <translation>No reports are written by themselves.</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Every</translation>
    </message>
    <message>
        <source>week</source>
        <translation>week</translation>
    </message>
    <message>
        <source>month</source>
        <translation>month</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>after %1</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>%1 to %2: no campaign began, so there is no report.</source>
        <translation>%1 to %2: no campaign began, so there is no report.</translation>
    </message>
    <message>
        <source>No report is due.</source>
        <translation>No report is due.</translation>
    </message>
    <message>
        <source>Which reports are written by themselves; without an option, as it is now.</source>
        <translation>Which reports are written by themselves; without an option, as it is now.</translation>
    </message>
    <message>
        <source>A report of each week (Monday to Sunday) or month, once it is over.</source>
        <translation>A report of each week (Monday to Sunday) or month, once it is over.</translation>
    </message>
    <message>
        <source>Where they go.</source>
        <translation>Where they go.</translation>
    </message>
    <message>
        <source>The kinds of files; pdf if nothing is said.</source>
        <translation>The kinds of files; pdf if nothing is said.</translation>
    </message>
    <message>
        <source>They are written while the window is open, and by “report due”.</source>
        <translation>They are written while the window is open, and by “report due”.</translation>
    </message>
    <message>
        <source>Writes the reports that the schedule has due now; for cron.</source>
        <translation>Writes the reports that the schedule has due now; for cron.</translation>
    </message>
    <message>
        <source>A period has a first and a last day: --from and --to.</source>
        <translation>A period has a first and a last day: --from and --to.</translation>
    </message>
</context>
<context>
    <name>ReportDesk</name>
    <message>
        <source>No campaign began in this period.</source>
        <translation>No campaign began in this period.</translation>
    </message>
    <message>
        <source>“%1” is not a picture that can be read (PNG or JPEG).</source>
        <translation>“%1” is not a picture that can be read (PNG or JPEG).</translation>
    </message>
    <message>
        <source>WhatsApp campaigns</source>
        <translation>WhatsApp campaigns</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Failures</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Over time</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Variable %1</source>
        <translation>Variable %1</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Tries</translation>
    </message>
    <message>
        <source>Message id</source>
        <translation>Message id</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>all times of %1</source>
        <translation>all times of %1</translation>
    </message>
    <message>
        <source>Practice: nobody got a message.</source>
        <translation>Practice: nobody got a message.</translation>
    </message>
    <message>
        <source>How far the message got</source>
        <translation>How far the message got</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Of</translation>
    </message>
    <message>
        <source>What became of everybody</source>
        <translation>What became of everybody</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Began</translation>
    </message>
    <message>
        <source>How long it took</source>
        <translation>How long it took</translation>
    </message>
    <message>
        <source>Half within</source>
        <translation>Half within</translation>
    </message>
    <message>
        <source>Nine of ten within</source>
        <translation>Nine of ten within</translation>
    </message>
    <message>
        <source>Why people were not reached</source>
        <translation>Why people were not reached</translation>
    </message>
    <message>
        <source>Of all failed</source>
        <translation>Of all failed</translation>
    </message>
    <message>
        <source>What was charged for</source>
        <translation>What was charged for</translation>
    </message>
    <message>
        <source>Delivered messages</source>
        <translation>Delivered messages</translation>
    </message>
    <message numerus="yes">
        <source>The people are on %n sheets, because Excel takes 1,048,576 rows a sheet:</source>
        <translation>
            <numerusform>The people are on %n sheet:</numerusform>
            <numerusform>The people are on %n sheets, because Excel takes 1,048,576 rows a sheet:</numerusform>
        </translation>
    </message>
    <message>
        <source>How these figures are counted</source>
        <translation>How these figures are counted</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>People so far</source>
        <translation>People so far</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>All campaigns</source>
        <translation>All campaigns</translation>
    </message>
</context>
<context>
    <name>ReportScheduler</name>
    <message>
        <source>There is no folder “%1”. Choose where the reports go.</source>
        <translation>There is no folder “%1”. Choose where the reports go.</translation>
    </message>
    <message>
        <source>Choose at least one kind of file.</source>
        <translation>Choose at least one kind of file.</translation>
    </message>
    <message>
        <source>Campaigns %1 to %2</source>
        <translation>Campaigns %1 to %2</translation>
    </message>
</context>
<context>
    <name>ReportSections</name>
    <message>
        <source>For %1, %2</source>
        <translation>For %1, %2</translation>
    </message>
    <message>
        <source>Campaign report</source>
        <translation>Campaign report</translation>
    </message>
    <message>
        <source>Practice: sent to the built-in simulator. Nobody got a message.</source>
        <translation>Practice: sent to the built-in simulator. Nobody got a message.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>on the list</source>
        <translation>on the list</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>delivered</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>the list</source>
        <translation>the list</translation>
    </message>
    <message>
        <source>What became of everybody</source>
        <translation>What became of everybody</translation>
    </message>
    <message>
        <source>each person once</source>
        <translation>each person once</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>How far the message got</source>
        <translation>How far the message got</translation>
    </message>
    <message>
        <source>everybody who got at least so far</source>
        <translation>everybody who got at least so far</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Over time</translation>
    </message>
    <message>
        <source>people so far, times of %1</source>
        <translation>people so far, times of %1</translation>
    </message>
    <message>
        <source>How long it took</source>
        <translation>How long it took</translation>
    </message>
    <message>
        <source>from the moment WhatsApp accepted the message</source>
        <translation>from the moment WhatsApp accepted the message</translation>
    </message>
    <message>
        <source>Half within</source>
        <translation>Half within</translation>
    </message>
    <message>
        <source>Middle half</source>
        <translation>Middle half</translation>
    </message>
    <message>
        <source>Nine of ten within</source>
        <translation>Nine of ten within</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>Why people were not reached</source>
        <translation>Why people were not reached</translation>
    </message>
    <message>
        <source>as WhatsApp told</source>
        <translation>as WhatsApp told</translation>
    </message>
    <message>
        <source>Reason and what helps</source>
        <translation>Reason and what helps</translation>
    </message>
    <message>
        <source>Of all failed</source>
        <translation>Of all failed</translation>
    </message>
    <message>
        <source>Everybody who failed</source>
        <translation>Everybody who failed</translation>
    </message>
    <message>
        <source>What was charged for</source>
        <translation>What was charged for</translation>
    </message>
    <message>
        <source>delivered messages, as WhatsApp priced them</source>
        <translation>delivered messages, as WhatsApp priced them</translation>
    </message>
    <message>
        <source>Messages with a known price</source>
        <translation>Messages with a known price</translation>
    </message>
    <message>
        <source>Campaign by campaign</source>
        <translation>Campaign by campaign</translation>
    </message>
    <message>
        <source>shares: delivered of sent, read and answered of delivered</source>
        <translation>shares: delivered of sent, read and answered of delivered</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>All campaigns</source>
        <translation>All campaigns</translation>
    </message>
    <message>
        <source>The message</source>
        <translation>The message</translation>
    </message>
    <message>
        <source>Message “%1”</source>
        <translation>Message “%1”</translation>
    </message>
    <message numerus="yes">
        <source>In %n campaigns, to %1 people.</source>
        <translation>
            <numerusform>In %n campaign, to %1 people.</numerusform>
            <numerusform>In %n campaigns, to %1 people.</numerusform>
        </translation>
    </message>
    <message>
        <source>How these figures are counted</source>
        <translation>How these figures are counted</translation>
    </message>
    <message>
        <source>by Meta&apos;s rate card and the bookings that came because of it</source>
        <translation>by Meta&apos;s rate card and the bookings that came because of it</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>by Meta&apos;s rate card</source>
        <translation>by Meta&apos;s rate card</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>share</comment>
        <extracomment>A percentage, and what it is of: &quot;94.2 % of sent&quot;</extracomment>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>under 1 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Since %1</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <extracomment>A day, and the hours in which something was sent: &quot;17 November 2026, 14:06 to 14:19&quot;</extracomment>
        <translation>%1, %2 to %3</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Scheduled</translation>
    </message>
    <message>
        <source>Still sending</source>
        <translation>Still sending</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Ended by Meta</source>
        <translation>Ended by Meta</translation>
    </message>
    <message numerus="yes">
        <source>%n campaigns</source>
        <translation>
            <numerusform>%n campaign</numerusform>
            <numerusform>%n campaigns</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is on the list.</source>
        <translation>Nobody is on the list.</translation>
    </message>
    <message numerus="yes">
        <source>%n people are on the list; no message has been accepted by WhatsApp yet.</source>
        <translation>
            <numerusform>%n person is on the list; no message has been accepted by WhatsApp yet.</numerusform>
            <numerusform>%n people are on the list; no message has been accepted by WhatsApp yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>WhatsApp accepted the message for %1 of %2 people. Whether it was delivered is unknown: no delivery events have come.</source>
        <translation>WhatsApp accepted the message for %1 of %2 people. Whether it was delivered is unknown: no delivery events have come.</translation>
    </message>
    <message>
        <source>%1 of %2 people got the message.</source>
        <translation>%1 of %2 people got the message.</translation>
    </message>
    <message>
        <source>%1 of %2 people got the message, %3 of the list.</source>
        <translation>%1 of %2 people got the message, %3 of the list.</translation>
    </message>
    <message>
        <source>%1 %2 of them read it, and %3 answered.</source>
        <extracomment>The second sentence of a summary, after &quot;… people got the message.&quot;</extracomment>
        <translation>%1 %2 of them read it, and %3 answered.</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Utility</source>
        <translation>Utility</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentication</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>%1, charged for</source>
        <extracomment>A kind of message: &quot;Marketing, charged for&quot;</extracomment>
        <translation>%1, charged for</translation>
    </message>
    <message>
        <source>%1, free because the person had written first</source>
        <translation>%1, free because the person had written first</translation>
    </message>
    <message>
        <source>%1, free</source>
        <translation>%1, free</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>wrote back or pressed a button</source>
        <translation>wrote back or pressed a button</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>opened it, no answer so far</source>
        <translation>opened it, no answer so far</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>on the phone, not known to be read</source>
        <translation>on the phone, not known to be read</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>On the way</translation>
    </message>
    <message>
        <source>accepted by WhatsApp, not yet delivered</source>
        <translation>accepted by WhatsApp, not yet delivered</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Unconfirmed</translation>
    </message>
    <message>
        <source>the connection was lost; may have gone out</source>
        <translation>the connection was lost; may have gone out</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>could not be reached, see the reasons</source>
        <translation>could not be reached, see the reasons</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Opted out</translation>
    </message>
    <message>
        <source>does not want messages; nothing was sent</source>
        <translation>does not want messages; nothing was sent</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>kept out by a limit or rule</source>
        <translation>kept out by a limit or rule</translation>
    </message>
    <message>
        <source>still waiting for its turn</source>
        <translation>still waiting for its turn</translation>
    </message>
    <message>
        <source>On the list</source>
        <translation>On the list</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>the list</source>
        <translation>the list</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>delivered</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Everybody on the list of a campaign counts once and is in exactly one outcome, so the outcomes add up to the list. Somebody in two campaigns of this report counts in each.</source>
        <translation>Everybody on the list of a campaign counts once and is in exactly one outcome, so the outcomes add up to the list. Somebody in two campaigns of this report counts in each.</translation>
    </message>
    <message>
        <source>WhatsApp accepted the message, whatever came later.</source>
        <translation>WhatsApp accepted the message, whatever came later.</translation>
    </message>
    <message>
        <source>WhatsApp reported that it reached the phone. Everybody who read or answered counts too.</source>
        <translation>WhatsApp reported that it reached the phone. Everybody who read or answered counts too.</translation>
    </message>
    <message>
        <source>WhatsApp reported that it was opened. Who switched read receipts off stays at “delivered”, so the true read rate may be higher.</source>
        <translation>WhatsApp reported that it was opened. Who switched read receipts off stays at “delivered”, so the true read rate may be higher.</translation>
    </message>
    <message>
        <source>The person wrote back, or pressed a button that answers, after the message.</source>
        <translation>The person wrote back, or pressed a button that answers, after the message.</translation>
    </message>
    <message>
        <source>Delivery rate</source>
        <translation>Delivery rate</translation>
    </message>
    <message>
        <source>Delivered out of sent.</source>
        <translation>Delivered out of sent.</translation>
    </message>
    <message>
        <source>Read rate and answer rate</source>
        <translation>Read rate and answer rate</translation>
    </message>
    <message>
        <source>Read, and answered, out of delivered.</source>
        <translation>Read, and answered, out of delivered.</translation>
    </message>
    <message>
        <source>WhatsApp refused the message or could not deliver it. The reasons are WhatsApp’s own.</source>
        <translation>WhatsApp refused the message or could not deliver it. The reasons are WhatsApp’s own.</translation>
    </message>
    <message>
        <source>The connection was lost before WhatsApp answered. These people may or may not have got the message. It is never sent to them again by itself, so that nobody gets it twice.</source>
        <translation>The connection was lost before WhatsApp answered. These people may or may not have got the message. It is never sent to them again by itself, so that nobody gets it twice.</translation>
    </message>
    <message>
        <source>Unknown, “–”</source>
        <translation>Unknown, “–”</translation>
    </message>
    <message>
        <source>WhatsApp did not report it, or there is nobody to take a share of. It is never zero.</source>
        <translation>WhatsApp did not report it, or there is nobody to take a share of. It is never zero.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>From the moment WhatsApp accepted the message, for everybody of whom both moments are known. “Half within” is the median, “nine of ten within” the 90th percentile; three digits count.</source>
        <translation>From the moment WhatsApp accepted the message, for everybody of whom both moments are known. “Half within” is the median, “nine of ten within” the 90th percentile; three digits count.</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Over time</translation>
    </message>
    <message>
        <source>Charged for</source>
        <translation>Charged for</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Campaigns that began in the period, with everything that happened to their messages until this report was made.</source>
        <translation>Campaigns that began in the period, with everything that happened to their messages until this report was made.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>%1 with Fanfare. All times are those of %2.</source>
        <translation>%1 with Fanfare. All times are those of %2.</translation>
    </message>
    <message>
        <source>People so far at the end of each step, by the time that WhatsApp reported. Somebody who read without a report of delivery is not in the line of the delivered.</source>
        <translation>People so far at the end of each step, by the time that WhatsApp reported. Somebody who read without a report of delivery is not in the line of the delivered.</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Cost</translation>
    </message>
    <message numerus="yes">
        <source>Revenue from %n booking(s)</source>
        <translation>
            <numerusform>Revenue from %n booking</numerusform>
            <numerusform>Revenue from %n bookings</numerusform>
        </translation>
    </message>
    <message>
        <source>Return: revenue less cost, over cost</source>
        <translation>Return: revenue less cost, over cost</translation>
    </message>
    <message>
        <source>at least %1</source>
        <extracomment>An amount of money, of which a part is not known: &quot;at least 62.40 USD&quot;</extracomment>
        <translation>at least %1</translation>
    </message>
    <message>
        <source>How WhatsApp priced each delivered message.</source>
        <translation>How WhatsApp priced each delivered message.</translation>
    </message>
    <message>
        <source>What WhatsApp charges for the delivered messages by its rate card of their day, before taxes. “At least”: the price of some messages is not known. What counts in the end is WhatsApp’s invoice. Amounts are rounded, so that their sum may differ by a hundredth or two.</source>
        <translation>What WhatsApp charges for the delivered messages by its rate card of their day, before taxes. “At least”: the price of some messages is not known. What counts in the end is WhatsApp’s invoice. Amounts are rounded, so that their sum may differ by a hundredth or two.</translation>
    </message>
    <message>
        <source>The amounts are on WhatsApp’s invoice and not part of this report.</source>
        <translation>The amounts are on WhatsApp’s invoice and not part of this report.</translation>
    </message>
    <message>
        <source>Cost and return</source>
        <translation>Cost and return</translation>
    </message>
</context>
<context>
    <name>ReportsController</name>
    <message>
        <source>The look of the reports was not saved</source>
        <translation>The look of the reports was not saved</translation>
    </message>
    <message>
        <source>The look of the reports could not be read</source>
        <translation>The look of the reports could not be read</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Choose a logo</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Pictures (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>The logo was not taken</source>
        <translation>The logo was not taken</translation>
    </message>
    <message>
        <source>Where reports go</source>
        <translation>Where reports go</translation>
    </message>
    <message>
        <source>The reports were not planned</source>
        <translation>The reports were not planned</translation>
    </message>
    <message>
        <source>A report could not be written: %1</source>
        <translation>A report could not be written: %1</translation>
    </message>
    <message>
        <source>A report was written: %1</source>
        <translation>A report was written: %1</translation>
    </message>
    <message>
        <source>The report was stopped. It is written when you open Fanfare the next time.</source>
        <translation>The report was stopped. It is written when you open Fanfare the next time.</translation>
    </message>
    <message numerus="yes">
        <source>Reports were written: %1 and %n more</source>
        <translation>
            <numerusform>Reports were written: %1 and %n more</numerusform>
            <numerusform>Reports were written: %1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportsPanel</name>
    <message>
        <source>Choose a colour…</source>
        <translation>Choose a colour…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Save the report…</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>What your clients get: a PDF in your name, a workbook or a table.</source>
        <translation>What your clients get: a PDF in your name, a workbook or a table.</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Choose a logo…</source>
        <translation>Choose a logo…</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Your agency</source>
        <translation>Your agency</translation>
    </message>
    <message>
        <source>Stands on top of every report. Empty: the name of the account.</source>
        <translation>Stands on top of every report. Empty: the name of the account.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Colour of rules and titles</source>
        <translation>Colour of rules and titles</translation>
    </message>
    <message>
        <source>Report of a period</source>
        <translation>Report of a period</translation>
    </message>
    <message>
        <source>All campaigns that began on these days, in one report.</source>
        <translation>All campaigns that began on these days, in one report.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV table</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>Every week, Monday to Sunday</source>
        <translation>Every week, Monday to Sunday</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Every month</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>No folder chosen yet</source>
        <translation>No folder chosen yet</translation>
    </message>
    <message>
        <source>The next one is written after %1, while this window is open or the terminal is told “report due”.</source>
        <translation>The next one is written after %1, while this window is open or the terminal is told “report due”.</translation>
    </message>
    <message>
        <source>Choose a week or a month, and a report of it lies in the folder when it is over.</source>
        <translation>Choose a week or a month, and a report of it lies in the folder when it is over.</translation>
    </message>
    <message>
        <source>The last one could not be written: %1</source>
        <translation>The last one could not be written: %1</translation>
    </message>
    <message>
        <source>Scheduled reports</source>
        <translation>Scheduled reports</translation>
    </message>
    <message>
        <source>Write a report</source>
        <translation>Write a report</translation>
    </message>
    <message>
        <source>CSV tables begin with a mark by which Excel knows accents and scripts</source>
        <translation>CSV tables begin with a mark by which Excel knows accents and scripts</translation>
    </message>
    <message>
        <source>Stop writing</source>
        <translation>Stop writing</translation>
    </message>
    <message>
        <source>A report is being written: %1 of %2 people.</source>
        <translation>A report is being written: %1 of %2 people.</translation>
    </message>
</context>
<context>
    <name>ResolveDialog</name>
    <message>
        <source>Fanfare handed these messages over and the connection dropped before Meta answered. They may be on the phones or not.</source>
        <translation>Fanfare handed these messages over and the connection dropped before Meta answered. They may be on the phones or not.</translation>
    </message>
    <message>
        <source>The longest wait began %1. If a message did go out, its delivery event usually settles it within minutes.</source>
        <translation>The longest wait began %1. If a message did go out, its delivery event usually settles it within minutes.</translation>
    </message>
    <message numerus="yes">
        <source>What about %Ln unconfirmed people?</source>
        <translation>
            <numerusform>What about %Ln unconfirmed person?</numerusform>
            <numerusform>What about %Ln unconfirmed people?</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>Keep waiting</translation>
    </message>
    <message>
        <source>Nothing is sent. A delivery event that arrives later settles each person by itself.</source>
        <translation>Nothing is sent. A delivery event that arrives later settles each person by itself.</translation>
    </message>
    <message>
        <source>Count as sent</source>
        <translation>Count as sent</translation>
    </message>
    <message>
        <source>Nothing is sent. Someone who did not get it stays without the message.</source>
        <translation>Nothing is sent. Someone who did not get it stays without the message.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>Everybody gets it. Someone who did get it gets it twice, and Meta may charge for both.</source>
        <translation>Everybody gets it. Someone who did get it gets it twice, and Meta may charge for both.</translation>
    </message>
</context>
<context>
    <name>ResultsExport</name>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV table (*.csv)</translation>
    </message>
    <message>
        <source>PDF report (*.pdf)</source>
        <translation>PDF report (*.pdf)</translation>
    </message>
    <message>
        <source>Save the results</source>
        <translation>Save the results</translation>
    </message>
    <message>
        <source>Saving the results…</source>
        <translation>Saving the results…</translation>
    </message>
    <message>
        <source>The results were not saved</source>
        <translation>The results were not saved</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Saved as %1</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>Campaigns %1 to %2</source>
        <translation>Campaigns %1 to %2</translation>
    </message>
    <message numerus="yes">
        <source>%n campaigns</source>
        <extracomment>The name of a file</extracomment>
        <translation>
            <numerusform>%n campaign</numerusform>
            <numerusform>%n campaigns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetryDialog</name>
    <message numerus="yes">
        <source>None of the %Ln failed people may be tried again</source>
        <translation>
            <numerusform>The one failed person may not be tried again</numerusform>
            <numerusform>None of the %Ln failed people may be tried again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try %Ln failed people again?</source>
        <translation>
            <numerusform>Try %Ln failed person again?</numerusform>
            <numerusform>Try %Ln failed people again?</numerusform>
        </translation>
    </message>
    <message>
        <source>A second try would end the same way. To write to them after all, follow up: a new campaign for people whose message failed.</source>
        <translation>A second try would end the same way. To write to them after all, follow up: a new campaign for people whose message failed.</translation>
    </message>
    <message>
        <source>Their trouble was a passing one. Each message that Meta accepts is charged as usual.</source>
        <translation>Their trouble was a passing one. Each message that Meta accepts is charged as usual.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them must wait until %1, because Meta asks for that.</source>
        <translation>
            <numerusform>%Ln of them must wait until %1, because Meta asks for that.</numerusform>
            <numerusform>%Ln of them must wait until %1, because Meta asks for that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln others stay failed</source>
        <translation>
            <numerusform>%Ln other stays failed</numerusform>
            <numerusform>%Ln others stay failed</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>how many people, and why their message failed</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln for other reasons</source>
        <translation>
            <numerusform>%Ln for another reason</numerusform>
            <numerusform>%Ln for other reasons</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Leave them</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>RetryPolicy</name>
    <message>
        <source>Meta&apos;s answer was lost, so it is not known whether the message went out.</source>
        <translation>Meta&apos;s answer was lost, so it is not known whether the message went out.</translation>
    </message>
    <message>
        <source>A delivery event settles it by itself. If none comes, decide whether to send it again.</source>
        <translation>A delivery event settles it by itself. If none comes, decide whether to send it again.</translation>
    </message>
    <message>
        <source>Something else than Meta answers on this network: %1</source>
        <translation>Something else than Meta answers on this network: %1</translation>
    </message>
    <message>
        <source>If this network has a sign-in page, open it in a browser. Otherwise check this computer&apos;s date, the server address in Settings, and whether a proxy or a virus scanner stands between. Sending goes on by itself when Meta answers.</source>
        <translation>If this network has a sign-in page, open it in a browser. Otherwise check this computer&apos;s date, the server address in Settings, and whether a proxy or a virus scanner stands between. Sending goes on by itself when Meta answers.</translation>
    </message>
    <message>
        <source>No connection to Meta can be made: %1</source>
        <translation>No connection to Meta can be made: %1</translation>
    </message>
    <message>
        <source>Check the server address in Settings, and whether a proxy stands between, then resume.</source>
        <translation>Check the server address in Settings, and whether a proxy stands between, then resume.</translation>
    </message>
</context>
<context>
    <name>RevenueCommands</name>
    <message>
        <source>--currency is a code like USD or EUR, not “%1”.</source>
        <translation>--currency is a code like USD or EUR, not “%1”.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>Given to a campaign</source>
        <translation>Given to a campaign</translation>
    </message>
    <message>
        <source>Imported before</source>
        <translation>Imported before</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>No revenue is recorded yet: fanfare-cli revenue import FILE</source>
        <translation>No revenue is recorded yet: fanfare-cli revenue import FILE</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Revenue</translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation>Bookings</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Imports what people paid: a table with phone, amount and date.</source>
        <translation>Imports what people paid: a table with phone, amount and date.</translation>
    </message>
    <message>
        <source>Which column is what: phone, amount, date, currency or reference; the column by its heading or its number from 1.</source>
        <translation>Which column is what: phone, amount, date, currency or reference; the column by its heading or its number from 1.</translation>
    </message>
    <message>
        <source>How long after a message a booking is its doing, like 14d; else 7d.</source>
        <translation>How long after a message a booking is its doing, like 14d; else 7d.</translation>
    </message>
    <message>
        <source>Of amounts that do not say it.</source>
        <translation>Of amounts that do not say it.</translation>
    </message>
    <message>
        <source>Country of numbers without a country code: ES, IN …</source>
        <translation>Country of numbers without a country code: ES, IN …</translation>
    </message>
    <message>
        <source>Only say what would happen.</source>
        <translation>Only say what would happen.</translation>
    </message>
    <message>
        <source>Each booking goes to the last campaign whose message the person got within that time. The same file imported twice counts once.</source>
        <translation>Each booking goes to the last campaign whose message the person got within that time. The same file imported twice counts once.</translation>
    </message>
    <message>
        <source>Records by hand what a campaign brought in.</source>
        <translation>Records by hand what a campaign brought in.</translation>
    </message>
    <message>
        <source>How much, like 250 or &quot;250 EUR&quot;.</source>
        <translation>How much, like 250 or &quot;250 EUR&quot;.</translation>
    </message>
    <message>
        <source>Its currency; else that of the rate cards.</source>
        <translation>Its currency; else that of the rate cards.</translation>
    </message>
    <message>
        <source>Who paid; a recipient of the campaign.</source>
        <translation>Who paid; a recipient of the campaign.</translation>
    </message>
    <message>
        <source>When; else now.</source>
        <translation>When; else now.</translation>
    </message>
    <message>
        <source>What came back for what was spent, by campaign and by template.</source>
        <translation>What came back for what was spent, by campaign and by template.</translation>
    </message>
</context>
<context>
    <name>RevenueController</name>
    <message>
        <source>Revenue cannot be recorded</source>
        <translation>Revenue cannot be recorded</translation>
    </message>
    <message>
        <source>%1 recorded</source>
        <translation>%1 recorded</translation>
    </message>
</context>
<context>
    <name>RevenueDesk</name>
    <message>
        <source>No campaign had reached this person by then.</source>
        <translation>No campaign had reached this person by then.</translation>
    </message>
    <message numerus="yes">
        <source>The last message of a campaign came %Ln days before, too long for the window.</source>
        <translation>
            <numerusform>The last message of a campaign came %Ln day before, too long for the window.</numerusform>
            <numerusform>The last message of a campaign came %Ln days before, too long for the window.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing says in which currency the amounts are. Say it: --currency EUR</source>
        <translation>Nothing says in which currency the amounts are. Say it: --currency EUR</translation>
    </message>
    <message>
        <source>The amount is nothing.</source>
        <translation>The amount is nothing.</translation>
    </message>
    <message>
        <source>Say in which currency the amount is, like 250 EUR.</source>
        <translation>Say in which currency the amount is, like 250 EUR.</translation>
    </message>
    <message>
        <source>This person is not in the campaign.</source>
        <translation>This person is not in the campaign.</translation>
    </message>
</context>
<context>
    <name>RevenueDialog</name>
    <message>
        <source>What did “%1” bring in?</source>
        <translation>What did “%1” bring in?</translation>
    </message>
    <message>
        <source>One booking or sale that came because of it. Many at once: fanfare-cli revenue import FILE</source>
        <translation>One booking or sale that came because of it. Many at once: fanfare-cli revenue import FILE</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Paid by</translation>
    </message>
    <message>
        <source>With its currency, like 250 EUR</source>
        <translation>With its currency, like 250 EUR</translation>
    </message>
    <message>
        <source>In %1, unless you write another currency</source>
        <translation>In %1, unless you write another currency</translation>
    </message>
    <message>
        <source>The number of the person, if you know it</source>
        <translation>The number of the person, if you know it</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Record</translation>
    </message>
</context>
<context>
    <name>RevenueStore</name>
    <message>
        <source>Together with what is recorded already, this is more than can be counted. Nothing was recorded. Are these amounts?</source>
        <translation>Together with what is recorded already, this is more than can be counted. Nothing was recorded. Are these amounts?</translation>
    </message>
</context>
<context>
    <name>ReviewStep</name>
    <message>
        <source>Practice: the test was accepted, no phone gets it.</source>
        <translation>Practice: the test was accepted, no phone gets it.</translation>
    </message>
    <message>
        <source>Accepted by Meta. It should arrive within a minute.</source>
        <translation>Accepted by Meta. It should arrive within a minute.</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Recipients</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Starts</translation>
    </message>
    <message>
        <source>Ends about</source>
        <translation>Ends about</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Your own phone number</source>
        <translation>Your own phone number</translation>
    </message>
    <message>
        <source>+34 600 000 274</source>
        <translation>+34 600 000 274</translation>
    </message>
    <message>
        <source>Send test</source>
        <translation>Send test</translation>
    </message>
    <message>
        <source>Send a test to your own phone</source>
        <translation>Send a test to your own phone</translation>
    </message>
    <message>
        <source>One message, outside this campaign&apos;s numbers</source>
        <translation>One message, outside this campaign&apos;s numbers</translation>
    </message>
    <message>
        <source>Previous person</source>
        <translation>Previous person</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>Next person</translation>
    </message>
    <message>
        <source>longest text</source>
        <translation>longest text</translation>
    </message>
    <message>
        <source>random</source>
        <translation>random</translation>
    </message>
    <message>
        <source>Go to:</source>
        <translation>Go to:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Kept as a draft</source>
        <translation>Kept as a draft</translation>
    </message>
    <message>
        <source>%1 time</source>
        <translation>%1 time</translation>
    </message>
    <message>
        <source>%1, same day</source>
        <translation>%1, same day</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>Qt time format</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Choose a template first.</source>
        <translation>Choose a template first.</translation>
    </message>
    <message>
        <source>with sample values</source>
        <translation>with sample values</translation>
    </message>
    <message>
        <source>Type your own number first</source>
        <translation>Type your own number first</translation>
    </message>
    <message>
        <source>one message each</source>
        <translation>one message each</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>At once</translation>
    </message>
    <message>
        <source>Meta would refuse nobody&apos;s message.</source>
        <translation>Meta would refuse nobody&apos;s message.</translation>
    </message>
    <message>
        <source>Nobody misses a value.</source>
        <translation>Nobody misses a value.</translation>
    </message>
    <message>
        <source>first</source>
        <translation>first</translation>
    </message>
    <message>
        <source>shortest text</source>
        <translation>shortest text</translation>
    </message>
    <message>
        <source>missing a value</source>
        <translation>missing a value</translation>
    </message>
    <message>
        <source>refused by Meta</source>
        <translation>refused by Meta</translation>
    </message>
    <message>
        <source>Meta would refuse this message. %1</source>
        <translation>Meta would refuse this message. %1</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>up to %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln version(s), tested against each other</source>
        <translation>
            <numerusform>%Ln version, tested against each other</numerusform>
            <numerusform>%Ln versions, tested against each other</numerusform>
        </translation>
    </message>
    <message>
        <source>one message each · %1</source>
        <translation>one message each · %1</translation>
    </message>
</context>
<context>
    <name>RuleGroup</name>
    <message>
        <source>Remove this group</source>
        <translation>Remove this group</translation>
    </message>
    <message>
        <source>No conditions yet: everybody in your contacts.</source>
        <translation>No conditions yet: everybody in your contacts.</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>Add condition</translation>
    </message>
    <message>
        <source>Add group</source>
        <translation>Add group</translation>
    </message>
    <message>
        <source>How the conditions are joined</source>
        <translation>How the conditions are joined</translation>
    </message>
    <message>
        <source>Conditions that are judged together, like those in brackets</source>
        <translation>Conditions that are judged together, like those in brackets</translation>
    </message>
</context>
<context>
    <name>RuleLine</name>
    <message>
        <source>Remove this condition</source>
        <translation>Remove this condition</translation>
    </message>
    <message>
        <source>What the condition is about</source>
        <translation>What the condition is about</translation>
    </message>
    <message>
        <source>What has to be true</source>
        <translation>What has to be true</translation>
    </message>
    <message>
        <source>Value of the condition</source>
        <translation>Value of the condition</translation>
    </message>
    <message>
        <source>Choose or type a tag</source>
        <translation>Choose or type a tag</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Choose a country</source>
        <translation>Choose a country</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>Choose a campaign</source>
        <translation>Choose a campaign</translation>
    </message>
    <message>
        <source>Campaign %1, which is gone</source>
        <translation>Campaign %1, which is gone</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>A number</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>Qt date format</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>days</source>
        <translation>days</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>It was due on %1, when Fanfare was not running. Nothing of it has left.</source>
        <translation>It was due on %1, when Fanfare was not running. Nothing of it has left.</translation>
    </message>
    <message>
        <source>Send it now, choose another time, or leave it.</source>
        <translation>Send it now, choose another time, or leave it.</translation>
    </message>
</context>
<context>
    <name>ScheduleController</name>
    <message>
        <source>The campaign is not repeated</source>
        <translation>The campaign is not repeated</translation>
    </message>
    <message>
        <source>Repeated %1</source>
        <translation>Repeated %1</translation>
    </message>
    <message>
        <source>Repeated no more. What was made of it stays</source>
        <translation>Repeated no more. What was made of it stays</translation>
    </message>
    <message>
        <source>The campaign is still repeated</source>
        <translation>The campaign is still repeated</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Clear the search</translation>
    </message>
</context>
<context>
    <name>SecretStore</name>
    <message>
        <source>The keychain of this computer is locked. Unlock it and try again.</source>
        <translation>The keychain of this computer is locked. Unlock it and try again.</translation>
    </message>
    <message>
        <source>No secret is stored under this name.</source>
        <translation>No secret is stored under this name.</translation>
    </message>
    <message>
        <source>This computer has no keychain that can be used.</source>
        <translation>This computer has no keychain that can be used.</translation>
    </message>
</context>
<context>
    <name>SegmentCommands</name>
    <message numerus="yes">
        <source>%n person(s) in “%1” now.</source>
        <translation>
            <numerusform>%n person in “%1” now.</numerusform>
            <numerusform>%n people in “%1” now.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no segments yet.</source>
        <translation>There are no segments yet.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>The segment is deleted. What was made from it stays.</source>
        <translation>The segment is deleted. What was made from it stays.</translation>
    </message>
    <message>
        <source>Keeps a rule under a name; its people change as they do.</source>
        <translation>Keeps a rule under a name; its people change as they do.</translation>
    </message>
    <message>
        <source>Who is in it; see below.</source>
        <translation>Who is in it; see below.</translation>
    </message>
    <message>
        <source>People of an earlier campaign; with --who.</source>
        <translation>People of an earlier campaign; with --who.</translation>
    </message>
    <message>
        <source>The segments and how many people are in each now.</source>
        <translation>The segments and how many people are in each now.</translation>
    </message>
    <message>
        <source>One segment.</source>
        <translation>One segment.</translation>
    </message>
    <message>
        <source>Forgets a segment; what was made from it stays.</source>
        <translation>Forgets a segment; what was made from it stays.</translation>
    </message>
    <message>
        <source>Say --where with a rule, or --from-campaign with --who.</source>
        <translation>Say --where with a rule, or --from-campaign with --who.</translation>
    </message>
    <message>
        <source>Say what to set: --name, --where, or --from-campaign with --who.</source>
        <translation>Say what to set: --name, --where, or --from-campaign with --who.</translation>
    </message>
    <message>
        <source>A rule is one line, such as: tag = vip and not (country = IN or attr:Visits &lt; 3) and read campaign 12. It asks for: person, name, phone (=, !=, contains, starts); country, tag (=, !=); attr:NAME (=, !=, contains, starts, &lt;, &lt;=, &gt;, &gt;=, before, after, within 30 days, known); first-seen and messaged (before 2026-11-25, after, within 30 days; messaged alone: ever); opted in, opted out; sent, received, read, unread, answered, unanswered, clicked, failed, retriable with “campaign” and its number. Joined by and, or, not and brackets; a value of several words stands in quotation marks. Not written to for 30 days: not messaged within 30 days.</source>
        <translation>A rule is one line, such as: tag = vip and not (country = IN or attr:Visits &lt; 3) and read campaign 12. It asks for: person, name, phone (=, !=, contains, starts); country, tag (=, !=); attr:NAME (=, !=, contains, starts, &lt;, &lt;=, &gt;, &gt;=, before, after, within 30 days, known); first-seen and messaged (before 2026-11-25, after, within 30 days; messaged alone: ever); opted in, opted out; sent, received, read, unread, answered, unanswered, clicked, failed, retriable with “campaign” and its number. Joined by and, or, not and brackets; a value of several words stands in quotation marks. Not written to for 30 days: not messaged within 30 days.</translation>
    </message>
    <message>
        <source>The same as --where.</source>
        <translation>The same as --where.</translation>
    </message>
    <message>
        <source>Gives a segment another rule or another name.</source>
        <translation>Gives a segment another rule or another name.</translation>
    </message>
    <message>
        <source>What it is called from now on.</source>
        <translation>What it is called from now on.</translation>
    </message>
</context>
<context>
    <name>SegmentDraft</name>
    <message>
        <source>is</source>
        <translation>is</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>is not</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>contains</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>does not contain</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>begins with</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>is less than</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>is at most</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>is at least</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>is more than</translation>
    </message>
    <message>
        <source>is before</source>
        <translation>is before</translation>
    </message>
    <message>
        <source>is the day</source>
        <translation>is the day</translation>
    </message>
    <message>
        <source>is after</source>
        <translation>is after</translation>
    </message>
    <message>
        <source>was in the last … days</source>
        <translation>was in the last … days</translation>
    </message>
    <message>
        <source>was not in the last … days</source>
        <translation>was not in the last … days</translation>
    </message>
    <message>
        <source>is known</source>
        <translation>is known</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>is not known</translation>
    </message>
    <message>
        <source>was sent</source>
        <translation>was sent</translation>
    </message>
    <message>
        <source>was not sent</source>
        <translation>was not sent</translation>
    </message>
    <message>
        <source>received</source>
        <translation>received</translation>
    </message>
    <message>
        <source>read</source>
        <translation>read</translation>
    </message>
    <message>
        <source>was sent and did not read</source>
        <translation>was sent and did not read</translation>
    </message>
    <message>
        <source>responded to</source>
        <translation>responded to</translation>
    </message>
    <message>
        <source>read and did not respond to</source>
        <translation>read and did not respond to</translation>
    </message>
    <message>
        <source>pressed an answer button of</source>
        <translation>pressed an answer button of</translation>
    </message>
    <message>
        <source>could not be reached by</source>
        <translation>could not be reached by</translation>
    </message>
    <message>
        <source>could not be reached then, and may be now, by</source>
        <translation>could not be reached then, and may be now, by</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>In the contacts</source>
        <translation>In the contacts</translation>
    </message>
    <message>
        <source>Any campaign</source>
        <translation>Any campaign</translation>
    </message>
    <message>
        <source>One campaign</source>
        <translation>One campaign</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Name or number</translation>
    </message>
    <message>
        <source>agreed to messages</source>
        <translation>agreed to messages</translation>
    </message>
    <message>
        <source>did not agree to messages</source>
        <translation>did not agree to messages</translation>
    </message>
    <message>
        <source>opted out</source>
        <translation>opted out</translation>
    </message>
    <message>
        <source>did not opt out</source>
        <translation>did not opt out</translation>
    </message>
    <message>
        <source>for less than … days</source>
        <translation>for less than … days</translation>
    </message>
    <message>
        <source>for more than … days</source>
        <translation>for more than … days</translation>
    </message>
    <message>
        <source>since before</source>
        <translation>since before</translation>
    </message>
    <message>
        <source>since after</source>
        <translation>since after</translation>
    </message>
    <message>
        <source>was not sent in the last … days</source>
        <translation>was not sent in the last … days</translation>
    </message>
    <message>
        <source>was sent in the last … days</source>
        <translation>was sent in the last … days</translation>
    </message>
    <message>
        <source>was sent at some time</source>
        <translation>was sent at some time</translation>
    </message>
    <message>
        <source>was never sent</source>
        <translation>was never sent</translation>
    </message>
    <message>
        <source>was last sent before</source>
        <translation>was last sent before</translation>
    </message>
    <message>
        <source>was last sent after</source>
        <translation>was last sent after</translation>
    </message>
    <message>
        <source>All of these are true</source>
        <translation>All of these are true</translation>
    </message>
    <message>
        <source>At least one of these is true</source>
        <translation>At least one of these is true</translation>
    </message>
    <message>
        <source>None of these is true</source>
        <translation>None of these is true</translation>
    </message>
    <message>
        <source>Not all of these are true</source>
        <translation>Not all of these are true</translation>
    </message>
</context>
<context>
    <name>SegmentPeopleModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
</context>
<context>
    <name>SegmentRule</name>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>A quotation mark is not closed.</translation>
    </message>
    <message>
        <source>“%1” was not expected. Join conditions with “and” or “or”.</source>
        <translation>“%1” was not expected. Join conditions with “and” or “or”.</translation>
    </message>
    <message>
        <source>There are too many groups inside each other.</source>
        <translation>There are too many groups inside each other.</translation>
    </message>
    <message>
        <source>A parenthesis is not closed.</source>
        <translation>A parenthesis is not closed.</translation>
    </message>
    <message>
        <source>“opted” must be followed by “in” or “out”.</source>
        <translation>“opted” must be followed by “in” or “out”.</translation>
    </message>
    <message>
        <source>A condition is missing at the end.</source>
        <translation>A condition is missing at the end.</translation>
    </message>
    <message>
        <source>“%1” must be followed by “campaign” and its number.</source>
        <translation>“%1” must be followed by “campaign” and its number.</translation>
    </message>
    <message>
        <source>What is compared? Expected =, !=, contains, starts, &lt;, &lt;=, &gt;, &gt;=, before, after, within, or known, but found “%1”.</source>
        <translation>What is compared? Expected =, !=, contains, starts, &lt;, &lt;=, &gt;, &gt;=, before, after, within, or known, but found “%1”.</translation>
    </message>
    <message>
        <source>This cannot be compared in this way: %1</source>
        <translation>This cannot be compared in this way: %1</translation>
    </message>
    <message>
        <source>A value is missing.</source>
        <translation>A value is missing.</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1” is not a number.</translation>
    </message>
    <message>
        <source>“%1” is not a day such as 2026-11-25.</source>
        <translation>“%1” is not a day such as 2026-11-25.</translation>
    </message>
    <message>
        <source>“%1” is not a number of days.</source>
        <translation>“%1” is not a number of days.</translation>
    </message>
    <message>
        <source>“%1” is nothing that contacts have. A condition begins with tag, country, name, phone, attr:NAME, opted in, opted out, first-seen, messaged, or with sent, received, read, unread, answered, unanswered, clicked, failed or retriable and “campaign” with its number.</source>
        <translation>“%1” is nothing that contacts have. A condition begins with tag, country, name, phone, attr:NAME, opted in, opted out, first-seen, messaged, or with sent, received, read, unread, answered, unanswered, clicked, failed or retriable and “campaign” with its number.</translation>
    </message>
</context>
<context>
    <name>SegmentStore</name>
    <message>
        <source>There is no segment called “%1”.</source>
        <translation>There is no segment called “%1”.</translation>
    </message>
    <message>
        <source>Give the segment a name.</source>
        <translation>Give the segment a name.</translation>
    </message>
    <message>
        <source>There is a segment called “%1” already.</source>
        <translation>There is a segment called “%1” already.</translation>
    </message>
</context>
<context>
    <name>SegmentTableModel</name>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
</context>
<context>
    <name>SegmentsController</name>
    <message>
        <source>“%1” is saved</source>
        <translation>“%1” is saved</translation>
    </message>
    <message>
        <source>The segment was not deleted</source>
        <translation>The segment was not deleted</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>“%1” was deleted</translation>
    </message>
</context>
<context>
    <name>SegmentsPage</name>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>New segment</translation>
    </message>
    <message>
        <source>Name of the segment</source>
        <translation>Name of the segment</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>New campaign to them</source>
        <translation>New campaign to them</translation>
    </message>
    <message>
        <source>Save segment</source>
        <translation>Save segment</translation>
    </message>
    <message>
        <source>Rules that find people in your contacts. Who is in a segment changes as the people do.</source>
        <translation>Rules that find people in your contacts. Who is in a segment changes as the people do.</translation>
    </message>
    <message>
        <source>Reading the segments…</source>
        <translation>Reading the segments…</translation>
    </message>
    <message>
        <source>They could not be counted. %1</source>
        <translation>They could not be counted. %1</translation>
    </message>
    <message>
        <source>The segments cannot be read</source>
        <translation>The segments cannot be read</translation>
    </message>
    <message>
        <source>The segments cannot be read.</source>
        <translation>The segments cannot be read.</translation>
    </message>
    <message>
        <source>The segment was not saved</source>
        <translation>The segment was not saved</translation>
    </message>
    <message>
        <source>For example: not written to for a month</source>
        <translation>For example: not written to for a month</translation>
    </message>
    <message>
        <source>The first people of this segment</source>
        <translation>The first people of this segment</translation>
    </message>
    <message>
        <source>Drop the new segment?</source>
        <translation>Drop the new segment?</translation>
    </message>
    <message>
        <source>Drop your changes of “%1”?</source>
        <translation>Drop your changes of “%1”?</translation>
    </message>
    <message>
        <source>They are not saved yet.</source>
        <translation>They are not saved yet.</translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation>Drop them</translation>
    </message>
    <message>
        <source>Go on with them</source>
        <translation>Go on with them</translation>
    </message>
    <message>
        <source>No segments yet</source>
        <translation>No segments yet</translation>
    </message>
    <message>
        <source>A segment finds people by what you know of them and by what they did: a tag, a country, who read your last campaign. Who is in it changes as they do.</source>
        <translation>A segment finds people by what you know of them and by what they did: a tag, a country, who read your last campaign. Who is in it changes as they do.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conditions are not finished: give their values, or remove them.</source>
        <translation>
            <numerusform>%Ln condition is not finished: give its value, or remove it.</numerusform>
            <numerusform>%Ln conditions are not finished: give their values, or remove them.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give the segment a name</source>
        <translation>Give the segment a name</translation>
    </message>
    <message>
        <source>Delete the segment “%1”?</source>
        <translation>Delete the segment “%1”?</translation>
    </message>
    <message>
        <source>Only the rule is deleted. Its people stay in your contacts, and campaigns made from it stay as they are.</source>
        <translation>Only the rule is deleted. Its people stay in your contacts, and campaigns made from it stay as they are.</translation>
    </message>
    <message>
        <source>Delete segment</source>
        <translation>Delete segment</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them opted out and will get nothing.</source>
        <translation>
            <numerusform>%Ln of them opted out and will get nothing.</numerusform>
            <numerusform>%Ln of them opted out and will get nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln are shown.</source>
        <translation>
            <numerusform>The first one is shown.</numerusform>
            <numerusform>The first %Ln are shown.</numerusform>
        </translation>
    </message>
    <message>
        <source>They meet the conditions now.</source>
        <translation>They meet the conditions now.</translation>
    </message>
    <message>
        <source>Nobody meets the conditions now.</source>
        <translation>Nobody meets the conditions now.</translation>
    </message>
</context>
<context>
    <name>SendLedger</name>
    <message>
        <source>The program stopped while this message was on its way. It may or may not have gone out.</source>
        <translation>The program stopped while this message was on its way. It may or may not have gone out.</translation>
    </message>
    <message>
        <source>Wait for a delivery event, or decide: send it again, or count it as sent.</source>
        <translation>Wait for a delivery event, or decide: send it again, or count it as sent.</translation>
    </message>
    <message numerus="yes">
        <source>The program had stopped while sending. %n message(s) may or may not have gone out; they are not sent again by themselves.</source>
        <translation>
            <numerusform>The program had stopped while sending. %n message may or may not have gone out; it is not sent again by itself.</numerusform>
            <numerusform>The program had stopped while sending. %n messages may or may not have gone out; they are not sent again by themselves.</numerusform>
        </translation>
    </message>
    <message>
        <source>This message leaves by itself when a day has passed.</source>
        <translation>This message leaves by itself when a day has passed.</translation>
    </message>
</context>
<context>
    <name>Sender</name>
    <message>
        <source>Meta asked to send slower. It goes on with at most %1 a second.</source>
        <translation>Meta asked to send slower. It goes on with at most %1 a second.</translation>
    </message>
    <message>
        <source>Meta accepts messages and pauses their delivery. It sends or drops them by itself; Fanfare does not send them again.</source>
        <translation>Meta accepts messages and pauses their delivery. It sends or drops them by itself; Fanfare does not send them again.</translation>
    </message>
    <message>
        <source>Meta accepts messages and holds them back to see first how others react to them. It sends or drops them by itself; Fanfare does not send them again.</source>
        <translation>Meta accepts messages and holds them back to see first how others react to them. It sends or drops them by itself; Fanfare does not send them again.</translation>
    </message>
    <message>
        <source>Meta says that %1 % of the requests that it allows for now are used. Sending goes on slowly until there are fewer.</source>
        <translation>Meta says that %1 % of the requests that it allows for now are used. Sending goes on slowly until there are fewer.</translation>
    </message>
    <message>
        <source>Meta&apos;s servers are failing. It goes on with at most %1 a second until they work again.</source>
        <translation>Meta&apos;s servers are failing. It goes on with at most %1 a second until they work again.</translation>
    </message>
</context>
<context>
    <name>SendingCommands</name>
    <message>
        <source>Nobody sends yet. Start it with: fanfare-cli campaign run</source>
        <translation>Nobody sends yet. Start it with: fanfare-cli campaign run</translation>
    </message>
    <message>
        <source>Campaign %1: %2</source>
        <translation>Campaign %1: %2</translation>
    </message>
    <message>
        <source>%1 (process %2) sends it.</source>
        <translation>%1 (process %2) sends it.</translation>
    </message>
    <message>
        <source>Sends a campaign, at once.</source>
        <translation>Sends a campaign, at once.</translation>
    </message>
    <message>
        <source>Run the engine here, or follow the one that runs, until the campaign is over.</source>
        <translation>Run the engine here, or follow the one that runs, until the campaign is over.</translation>
    </message>
    <message>
        <source>With --wait the exit status is 0 when it is completed or cancelled, 5 when it paused, 6 when it failed.</source>
        <translation>With --wait the exit status is 0 when it is completed or cancelled, 5 when it paused, 6 when it failed.</translation>
    </message>
    <message>
        <source>Runs the engine here for all that is due, until Ctrl+C.</source>
        <translation>Runs the engine here for all that is due, until Ctrl+C.</translation>
    </message>
    <message>
        <source>End when nothing can leave now and no backoff runs.</source>
        <translation>End when nothing can leave now and no backoff runs.</translation>
    </message>
</context>
<context>
    <name>SendingHours</name>
    <message>
        <source>Sending hours from</source>
        <translation>Sending hours from</translation>
    </message>
    <message>
        <source>Sending hours to</source>
        <translation>Sending hours to</translation>
    </message>
    <message>
        <source>to</source>
        <comment>between two times of day</comment>
        <translation>to</translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>The defaults were not saved</source>
        <translation>The defaults were not saved</translation>
    </message>
    <message>
        <source>The settings could not be read</source>
        <translation>The settings could not be read</translation>
    </message>
    <message>
        <source>The access key is kept for this run only</source>
        <translation>The access key is kept for this run only</translation>
    </message>
    <message>
        <source>This computer has no keychain that Fanfare could use, so the key is forgotten when Fanfare is closed. %1</source>
        <translation>This computer has no keychain that Fanfare could use, so the key is forgotten when Fanfare is closed. %1</translation>
    </message>
    <message>
        <source>The number is connected</source>
        <translation>The number is connected</translation>
    </message>
    <message>
        <source>The number was not changed</source>
        <translation>The number was not changed</translation>
    </message>
    <message>
        <source>The account was not removed</source>
        <translation>The account was not removed</translation>
    </message>
    <message>
        <source>The keys are still in the keychain</source>
        <translation>The keys are still in the keychain</translation>
    </message>
    <message>
        <source>The limit was not changed</source>
        <translation>The limit was not changed</translation>
    </message>
    <message numerus="yes">
        <source>The number sends at most %Ln messages a second</source>
        <translation>
            <numerusform>The number sends at most %Ln message a second</numerusform>
            <numerusform>The number sends at most %Ln messages a second</numerusform>
        </translation>
    </message>
    <message>
        <source>The number sends as fast as Meta allows</source>
        <translation>The number sends as fast as Meta allows</translation>
    </message>
    <message>
        <source>The answers were not saved</source>
        <translation>The answers were not saved</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Sending defaults</source>
        <translation>Sending defaults</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>%1 workspace</source>
        <translation>%1 workspace</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Version %1, with Qt %2</source>
        <translation>Version %1, with Qt %2</translation>
    </message>
    <message>
        <source>Reports and exports are always light.</source>
        <translation>Reports and exports are always light.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>As your desktop is set</source>
        <translation>As your desktop is set</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Ink on paper</source>
        <translation>Ink on paper</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Easy on the eyes at night</source>
        <translation>Easy on the eyes at night</translation>
    </message>
    <message>
        <source>Everything is in one folder on this computer. Nothing of it is in a cloud of ours.</source>
        <translation>Everything is in one folder on this computer. Nothing of it is in a cloud of ours.</translation>
    </message>
    <message>
        <source>Folder of this workspace</source>
        <translation>Folder of this workspace</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Show the folder</translation>
    </message>
    <message>
        <source>Campaigns from your own computer, straight to Meta.</source>
        <translation>Campaigns from your own computer, straight to Meta.</translation>
    </message>
    <message>
        <source>Fanfare</source>
        <translation>Fanfare</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</translation>
    </message>
    <message>
        <source>WhatsApp is a trademark of its owner. Fanfare is not made by Meta.</source>
        <translation>WhatsApp is a trademark of its owner. Fanfare is not made by Meta.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>A backup is one file with everything, and may be made while messages leave. Access keys are not in it: they stay in your system&apos;s keychain.</source>
        <translation>A backup is one file with everything, and may be made while messages leave. Access keys are not in it: they stay in your system&apos;s keychain.</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Back up…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Restore a backup…</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Delivery events</source>
        <translation>Delivery events</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>Relay</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Rates</translation>
    </message>
</context>
<context>
    <name>SettingsStep</name>
    <message>
        <source>One number can send up to %1 a second</source>
        <translation>One number can send up to %1 a second</translation>
    </message>
    <message>
        <source>Meta gives most numbers up to %1 a second</source>
        <translation>Meta gives most numbers up to %1 a second</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>Sending hours</source>
        <translation>Sending hours</translation>
    </message>
    <message>
        <source>Outside these hours nothing leaves; the rest waits for the next day</source>
        <translation>Outside these hours nothing leaves; the rest waits for the next day</translation>
    </message>
    <message>
        <source>If Meta is busy</source>
        <translation>If Meta is busy</translation>
    </message>
    <message>
        <source>Only short-lived errors are tried again. A refused number never is</source>
        <translation>Only short-lived errors are tried again. A refused number never is</translation>
    </message>
    <message>
        <source>Safety brake</source>
        <translation>Safety brake</translation>
    </message>
    <message>
        <source>Stops a bad list or template before it hurts your number</source>
        <translation>Stops a bad list or template before it hurts your number</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>When you press send</source>
        <translation>When you press send</translation>
    </message>
    <message>
        <source>At a date and time</source>
        <translation>At a date and time</translation>
    </message>
    <message>
        <source>Stored until then</source>
        <translation>Stored until then</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>Keep as draft</translation>
    </message>
    <message>
        <source>Send by hand later</source>
        <translation>Send by hand later</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>Qt date format</comment>
        <translation>ddd d MMM yyyy</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Each person&apos;s own time zone</source>
        <translation>Each person&apos;s own time zone</translation>
    </message>
    <message>
        <source>Try again up to</source>
        <translation>Try again up to</translation>
    </message>
    <message>
        <source>How often it is tried again</source>
        <translation>How often it is tried again</translation>
    </message>
    <message>
        <source>times, waiting longer each time</source>
        <translation>times, waiting longer each time</translation>
    </message>
    <message>
        <source>%1 time, your computer&apos;s zone</source>
        <translation>%1 time, your computer&apos;s zone</translation>
    </message>
    <message>
        <source>%1 time</source>
        <translation>%1 time</translation>
    </message>
    <message>
        <source>%1 time for everyone</source>
        <translation>%1 time for everyone</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>What Meta may charge for this campaign</source>
        <translation>What Meta may charge for this campaign</translation>
    </message>
</context>
<context>
    <name>SetupStep</name>
    <message>
        <source>%1. %2</source>
        <extracomment>The number of a step, then what is to be done.</extracomment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation>Workspace %1</translation>
    </message>
    <message>
        <source>Current place</source>
        <translation>Current place</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation>
            <numerusform>%1, %n unread</numerusform>
            <numerusform>%1, %n unread</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>Tooltip of a place: its name and the keys that lead there.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>SimulatorCommands</name>
    <message>
        <source>The faults file cannot be read: %1</source>
        <translation>The faults file cannot be read: %1</translation>
    </message>
    <message>
        <source>--%1 is a number from 0 on.</source>
        <translation>--%1 is a number from 0 on.</translation>
    </message>
    <message>
        <source>“%1” is not a limit like 80/s; 0: none.</source>
        <translation>“%1” is not a limit like 80/s; 0: none.</translation>
    </message>
    <message>
        <source>“%1” is not a web address.</source>
        <translation>“%1” is not a web address.</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Listening</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Phone-number id</source>
        <translation>Phone-number id</translation>
    </message>
    <message>
        <source>WABA id</source>
        <translation>WABA id</translation>
    </message>
    <message>
        <source>A local Graph API for practice and tests.</source>
        <translation>A local Graph API for practice and tests.</translation>
    </message>
    <message>
        <source>Where; port 0: a free one.</source>
        <translation>Where; port 0: a free one.</translation>
    </message>
    <message>
        <source>Before every answer.</source>
        <translation>Before every answer.</translation>
    </message>
    <message>
        <source>So much less or more than the latency.</source>
        <translation>So much less or more than the latency.</translation>
    </message>
    <message>
        <source>Messages accepted in a second; else 80/s, 0: no limit.</source>
        <translation>Messages accepted in a second; else 80/s, 0: no limit.</translation>
    </message>
    <message>
        <source>What is made to go wrong, as JSON.</source>
        <translation>What is made to go wrong, as JSON.</translation>
    </message>
    <message>
        <source>Where deliveries are reported.</source>
        <translation>Where deliveries are reported.</translation>
    </message>
    <message>
        <source>Signs the reports. Of the simulator only: never a real one.</source>
        <translation>Signs the reports. Of the simulator only: never a real one.</translation>
    </message>
    <message>
        <source>One JSON line for each request received.</source>
        <translation>One JSON line for each request received.</translation>
    </message>
    <message>
        <source>The same seed gives each person the same fate.</source>
        <translation>The same seed gives each person the same fate.</translation>
    </message>
</context>
<context>
    <name>SpeedField</name>
    <message>
        <source>Spread over days, at most</source>
        <translation>Spread over days, at most</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>In which time</source>
        <translation>In which time</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>a minute</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>a second</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>messages</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 a second</translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation>Gentle</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>Full speed</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>My own</translation>
    </message>
    <message>
        <source>Set a number</source>
        <translation>Set a number</translation>
    </message>
    <message>
        <source>How many people a day</source>
        <translation>How many people a day</translation>
    </message>
    <message>
        <source>people a day</source>
        <translation>people a day</translation>
    </message>
</context>
<context>
    <name>SpeedLimitDialog</name>
    <message numerus="yes">
        <source>Meta allows this number %Ln messages a second. A lower limit of your own holds for all its campaigns together, at once.</source>
        <translation>
            <numerusform>Meta allows this number %Ln message a second. A lower limit of your own holds for all its campaigns together, at once.</numerusform>
            <numerusform>Meta allows this number %Ln messages a second. A lower limit of your own holds for all its campaigns together, at once.</numerusform>
        </translation>
    </message>
    <message>
        <source>Meta gives most numbers %1 messages a second. A lower limit of your own holds for all its campaigns together, at once.</source>
        <translation>Meta gives most numbers %1 messages a second. A lower limit of your own holds for all its campaigns together, at once.</translation>
    </message>
    <message>
        <source>How fast may “%1” send?</source>
        <translation>How fast may “%1” send?</translation>
    </message>
    <message>
        <source>Hold it to my own limit</source>
        <translation>Hold it to my own limit</translation>
    </message>
    <message>
        <source>Messages a second, at most</source>
        <translation>Messages a second, at most</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Use this limit</source>
        <translation>Use this limit</translation>
    </message>
</context>
<context>
    <name>StackedBar</name>
    <message>
        <source>Remaining</source>
        <translation>Remaining</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>One part of a progress bar, read aloud: &quot;Delivered 4,080&quot;.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>Progress of %n people</source>
        <translation>
            <numerusform>Progress of %n person</numerusform>
            <numerusform>Progress of %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StandardInput</name>
    <message>
        <source>Standard input cannot be read.</source>
        <translation>Standard input cannot be read.</translation>
    </message>
    <message>
        <source>Standard input is too long.</source>
        <translation>Standard input is too long.</translation>
    </message>
</context>
<context>
    <name>StatePanel</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>StatusBadge</name>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Scheduled</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Unconfirmed</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Opted out</translation>
    </message>
    <message>
        <source>Responded</source>
        <translation>Responded</translation>
    </message>
</context>
<context>
    <name>StatusController</name>
    <message>
        <source>quality high</source>
        <translation>quality high</translation>
    </message>
    <message>
        <source>quality medium</source>
        <translation>quality medium</translation>
    </message>
    <message>
        <source>quality low</source>
        <translation>quality low</translation>
    </message>
    <message>
        <source>No number connected</source>
        <translation>No number connected</translation>
    </message>
    <message>
        <source>up to %L1/s</source>
        <translation>up to %L1/s</translation>
    </message>
    <message>
        <source>Meta cannot be reached</source>
        <translation>Meta cannot be reached</translation>
    </message>
    <message>
        <source>Nothing leaves until the connection is back. Sending goes on by itself then.</source>
        <translation>Nothing leaves until the connection is back. Sending goes on by itself then.</translation>
    </message>
    <message>
        <source>No access key</source>
        <translation>No access key</translation>
    </message>
    <message>
        <source>Meta refused the access key</source>
        <translation>Meta refused the access key</translation>
    </message>
    <message>
        <source>Simulator answers · %L1 ms</source>
        <translation>Simulator answers · %L1 ms</translation>
    </message>
    <message>
        <source>Meta reachable · %L1 ms</source>
        <translation>Meta reachable · %L1 ms</translation>
    </message>
    <message>
        <source>A simulator on this computer plays the part of Meta. Nobody gets a message.</source>
        <translation>A simulator on this computer plays the part of Meta. Nobody gets a message.</translation>
    </message>
    <message>
        <source>Delivery events arriving · %1</source>
        <translation>Delivery events arriving · %1</translation>
    </message>
    <message>
        <source>Last delivery event: %1</source>
        <translation>Last delivery event: %1</translation>
    </message>
    <message>
        <source>Delivery events: set up with your number</source>
        <translation>Delivery events: set up with your number</translation>
    </message>
    <message>
        <source>Everything stays on this computer</source>
        <translation>Everything stays on this computer</translation>
    </message>
    <message>
        <source>Last 24 h:</source>
        <translation>Last 24 h:</translation>
    </message>
    <message>
        <source>of %1 people</source>
        <translation>of %1 people</translation>
    </message>
    <message numerus="yes">
        <source>people</source>
        <extracomment>Behind a number: so many people were messaged.</extracomment>
        <translation>
            <numerusform>person</numerusform>
            <numerusform>people</numerusform>
        </translation>
    </message>
    <message>
        <source>People messaged in the last 24 hours</source>
        <translation>People messaged in the last 24 hours</translation>
    </message>
    <message>
        <source>Delivery events are not arriving</source>
        <translation>Delivery events are not arriving</translation>
    </message>
    <message>
        <source>Waiting for the first delivery event</source>
        <translation>Waiting for the first delivery event</translation>
    </message>
    <message>
        <source>Fanfare receives them here. None came in the last day.</source>
        <translation>Fanfare receives them here. None came in the last day.</translation>
    </message>
    <message>
        <source>Accepted by Meta; delivery unknown</source>
        <translation>Accepted by Meta; delivery unknown</translation>
    </message>
    <message>
        <source>Delivery events are not received here. Settings says how to.</source>
        <translation>Delivery events are not received here. Settings says how to.</translation>
    </message>
    <message>
        <source>Delivery events cannot be stored</source>
        <translation>Delivery events cannot be stored</translation>
    </message>
    <message>
        <source>Delivery events of some numbers are refused</source>
        <translation>Delivery events of some numbers are refused</translation>
    </message>
    <message>
        <source>The app secret of %1 is not known.</source>
        <translation>The app secret of %1 is not known.</translation>
    </message>
    <message>
        <source>Delivery events wait at the relay</source>
        <translation>Delivery events wait at the relay</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>StepIndicator</name>
    <message>
        <source>not done yet</source>
        <translation>not done yet</translation>
    </message>
    <message>
        <source>current step</source>
        <translation>current step</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3, %4</source>
        <extracomment>Read aloud for a step of the wizard: number, count, name, state.</extracomment>
        <translation>Step %1 of %2: %3, %4</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>This person is not in the campaign any more.</source>
        <translation>This person is not in the campaign any more.</translation>
    </message>
    <message>
        <source>There is no template “%1” in %2 here.</source>
        <translation>There is no template “%1” in %2 here.</translation>
    </message>
    <message>
        <source>There is no account %1.</source>
        <translation>There is no account %1.</translation>
    </message>
    <message>
        <source>“%1” is not a database of Fanfare, or it is damaged. It was left as it is.</source>
        <translation>“%1” is not a database of Fanfare, or it is damaged. It was left as it is.</translation>
    </message>
    <message>
        <source>“%1” was made by a newer Fanfare. Update this program to open it. It was left as it is.</source>
        <translation>“%1” was made by a newer Fanfare. Update this program to open it. It was left as it is.</translation>
    </message>
    <message>
        <source>“%1” cannot be created: %2</source>
        <translation>“%1” cannot be created: %2</translation>
    </message>
    <message>
        <source>There is a workspace already: “%1”.</source>
        <translation>There is a workspace already: “%1”.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made.</source>
        <translation>The folder “%1” cannot be made.</translation>
    </message>
    <message>
        <source>“%1” cannot be created.</source>
        <translation>“%1” cannot be created.</translation>
    </message>
    <message>
        <source>There is no workspace here: “%1” does not exist.</source>
        <translation>There is no workspace here: “%1” does not exist.</translation>
    </message>
    <message>
        <source>A row of “%1” points to a missing row of “%2”.</source>
        <translation>A row of “%1” points to a missing row of “%2”.</translation>
    </message>
    <message>
        <source>“%1” exists already.</source>
        <translation>“%1” exists already.</translation>
    </message>
    <message>
        <source>Another program is writing to the workspace. Try again in a moment.</source>
        <translation>Another program is writing to the workspace. Try again in a moment.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing of this was stored.</source>
        <translation>The disk is full. Nothing of this was stored.</translation>
    </message>
    <message>
        <source>The database “%1” is damaged.</source>
        <translation>The database “%1” is damaged.</translation>
    </message>
    <message>
        <source>The database “%1” could not be read or written.</source>
        <translation>The database “%1” could not be read or written.</translation>
    </message>
    <message>
        <source>The workspace was moved, replaced or deleted while it was open, so nothing more is sent from here.</source>
        <translation>The workspace was moved, replaced or deleted while it was open, so nothing more is sent from here.</translation>
    </message>
    <message>
        <source>“%1” may not be written here. A workspace can be used only where it can be written, to look at it too.</source>
        <translation>“%1” may not be written here. A workspace can be used only where it can be written, to look at it too.</translation>
    </message>
    <message>
        <source>There is no queue of a relay here: “%1” does not exist.</source>
        <translation>There is no queue of a relay here: “%1” does not exist.</translation>
    </message>
    <message>
        <source>There is a queue of a relay already: “%1”.</source>
        <translation>There is a queue of a relay already: “%1”.</translation>
    </message>
    <message>
        <source>“%1” is not the queue of a relay, or it is damaged. It was left as it is.</source>
        <translation>“%1” is not the queue of a relay, or it is damaged. It was left as it is.</translation>
    </message>
    <message>
        <source>“%1” may not be written here, so the relay cannot keep what it receives.</source>
        <translation>“%1” may not be written here, so the relay cannot keep what it receives.</translation>
    </message>
    <message>
        <source>The relay&apos;s queue was moved, replaced or deleted while it was open, so nothing more is received.</source>
        <translation>The relay&apos;s queue was moved, replaced or deleted while it was open, so nothing more is received.</translation>
    </message>
</context>
<context>
    <name>SuppressionCommands</name>
    <message>
        <source>No number is on the suppression list.</source>
        <translation>No number is on the suppression list.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Since</translation>
    </message>
    <message numerus="yes">
        <source>%n erased person(s) get nothing either; only hashes are kept of them.</source>
        <translation>
            <numerusform>%n erased person gets nothing either; only a hash is kept.</numerusform>
            <numerusform>%n erased people get nothing either; only hashes are kept of them.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is a word that Fanfare itself uses. Say it in other words.</source>
        <translation>“%1” is a word that Fanfare itself uses. Say it in other words.</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) added. Nobody writes to them any more.</source>
        <translation>
            <numerusform>%n number added. Nobody writes to it any more.</numerusform>
            <numerusform>%n numbers added. Nobody writes to them any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) may be written to again.</source>
        <translation>
            <numerusform>%n number may be written to again.</numerusform>
            <numerusform>%n numbers may be written to again.</numerusform>
        </translation>
    </message>
    <message>
        <source>The numbers that nobody writes to, and why.</source>
        <translation>The numbers that nobody writes to, and why.</translation>
    </message>
    <message>
        <source>So many at most; else all.</source>
        <translation>So many at most; else all.</translation>
    </message>
    <message>
        <source>Those after this one.</source>
        <translation>Those after this one.</translation>
    </message>
    <message>
        <source>Nobody writes to these numbers any more, whatever they come from.</source>
        <translation>Nobody writes to these numbers any more, whatever they come from.</translation>
    </message>
    <message>
        <source>Why, in your words.</source>
        <translation>Why, in your words.</translation>
    </message>
    <message>
        <source>Takes numbers off the list that a person put there.</source>
        <translation>Takes numbers off the list that a person put there.</translation>
    </message>
    <message>
        <source>Who asked for it, by an answer or in WhatsApp, who was erased, and whose contact was merged into another one comes back by a new opt-in only: contact opt-in.</source>
        <translation>Who asked for it, by an answer or in WhatsApp, who was erased, and whose contact was merged into another one comes back by a new opt-in only: contact opt-in.</translation>
    </message>
</context>
<context>
    <name>SuppressionStore</name>
    <message>
        <source>This person asked not to be written to. Only a new opt-in lets the number in again.</source>
        <translation>This person asked not to be written to. Only a new opt-in lets the number in again.</translation>
    </message>
    <message>
        <source>This person is written to at another number, because their contacts were merged. Only a new opt-in lets this number in again.</source>
        <translation>This person is written to at another number, because their contacts were merged. Only a new opt-in lets this number in again.</translation>
    </message>
    <message>
        <source>This person was erased on request. Only a new opt-in brings the number back.</source>
        <translation>This person was erased on request. Only a new opt-in brings the number back.</translation>
    </message>
    <message>
        <source>The number %1 is not on the suppression list.</source>
        <translation>The number %1 is not on the suppression list.</translation>
    </message>
    <message>
        <source>This person has another number now. If another contact has it, merge the two. Only a new opt-in lets this number in again.</source>
        <translation>This person has another number now. If another contact has it, merge the two. Only a new opt-in lets this number in again.</translation>
    </message>
</context>
<context>
    <name>TableFile</name>
    <message>
        <source>“%1” is a workbook of the old kind (XLS) or protected with a password. Open it in your spreadsheet program, save it as XLSX without a password and choose that file.</source>
        <translation>“%1” is a workbook of the old kind (XLS) or protected with a password. Open it in your spreadsheet program, save it as XLSX without a password and choose that file.</translation>
    </message>
    <message>
        <source>the pasted text</source>
        <translation>the pasted text</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message numerus="yes">
        <source>Which tag do these %Ln people get?</source>
        <translation>
            <numerusform>Which tag does this person get?</numerusform>
            <numerusform>Which tag do these %Ln people get?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Which tag is taken from these %Ln people?</source>
        <translation>
            <numerusform>Which tag is taken from this person?</numerusform>
            <numerusform>Which tag is taken from these %Ln people?</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a new one, or choose one that is there.</source>
        <translation>Write a new one, or choose one that is there.</translation>
    </message>
    <message>
        <source>Who does not have it stays as they are.</source>
        <translation>Who does not have it stays as they are.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Add tag</translation>
    </message>
    <message>
        <source>Remove tag</source>
        <translation>Remove tag</translation>
    </message>
</context>
<context>
    <name>TemplateAnswerDialog</name>
    <message>
        <source>Send a template to %1</source>
        <translation>Send a template to %1</translation>
    </message>
    <message>
        <source>Meta takes an approved template at any time. It costs what its category costs.</source>
        <translation>Meta takes an approved template at any time. It costs what its category costs.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Send template</source>
        <translation>Send template</translation>
    </message>
    <message>
        <source>There is no approved template that can be sent from here. Sync the templates, or write one at Meta.</source>
        <translation>There is no approved template that can be sent from here. Sync the templates, or write one at Meta.</translation>
    </message>
    <message>
        <source>File, link or media number</source>
        <translation>File, link or media number</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>File for the header</source>
        <translation>File for the header</translation>
    </message>
    <message>
        <source>Choose the file for the header</source>
        <translation>Choose the file for the header</translation>
    </message>
</context>
<context>
    <name>TemplateChanges</name>
    <message>
        <source>Sending goes on by itself when Meta has approved the template again.</source>
        <translation>Sending goes on by itself when Meta has approved the template again.</translation>
    </message>
    <message>
        <source>Meta is looking at the template again, so it cannot be sent just now.</source>
        <translation>Meta is looking at the template again, so it cannot be sent just now.</translation>
    </message>
    <message>
        <source>Meta does not let this template be sent any more (%1).</source>
        <translation>Meta does not let this template be sent any more (%1).</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Utility</source>
        <translation>Utility</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentication</translation>
    </message>
    <message>
        <source>Meta is going to move this template to the category %1 on %2, which changes what its messages cost.</source>
        <translation>Meta is going to move this template to the category %1 on %2, which changes what its messages cost.</translation>
    </message>
    <message>
        <source>Meta is going to move this template to the category %1, which changes what its messages cost.</source>
        <translation>Meta is going to move this template to the category %1, which changes what its messages cost.</translation>
    </message>
    <message>
        <source>Template “%1”: %2</source>
        <translation>Template “%1”: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s) paused, ended or went on.</source>
        <translation>
            <numerusform>%n campaign paused, ended or went on.</numerusform>
            <numerusform>%n campaigns paused, ended or went on.</numerusform>
        </translation>
    </message>
    <message>
        <source>Meta has approved the template again.</source>
        <translation>Meta has approved the template again.</translation>
    </message>
    <message>
        <source>Meta moved this template from the category %1 to %2. From now on its messages cost what that category costs.</source>
        <translation>Meta moved this template from the category %1 to %2. From now on its messages cost what that category costs.</translation>
    </message>
    <message>
        <source>The template “%1” is not known here.</source>
        <translation>The template “%1” is not known here.</translation>
    </message>
</context>
<context>
    <name>TemplateChooser</name>
    <message>
        <source>Not synced: %1</source>
        <translation>Not synced: %1</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>(required)</source>
        <translation>(required)</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>Search by name or text</source>
        <translation>Search by name or text</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>All languages</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>All categories</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Syncing…</translation>
    </message>
    <message>
        <source>Fetching the templates from Meta</source>
        <translation>Fetching the templates from Meta</translation>
    </message>
    <message>
        <source>No templates yet</source>
        <translation>No templates yet</translation>
    </message>
    <message>
        <source>Templates are written and approved at Meta. Fetch them once; after that you can draft without a connection.</source>
        <translation>Templates are written and approved at Meta. Fetch them once; after that you can draft without a connection.</translation>
    </message>
    <message>
        <source>Connect your number</source>
        <translation>Connect your number</translation>
    </message>
    <message>
        <source>No template matches. Try fewer words or all languages.</source>
        <translation>No template matches. Try fewer words or all languages.</translation>
    </message>
    <message>
        <source>%1 of %2 templates match “%3”. Only approved templates can be sent.</source>
        <translation>%1 of %2 templates match “%3”. Only approved templates can be sent.</translation>
    </message>
    <message>
        <source>Only approved templates can be sent.</source>
        <translation>Only approved templates can be sent.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln templates</source>
        <translation>
            <numerusform>%Ln template</numerusform>
            <numerusform>%Ln templates</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, synced %2</source>
        <translation>%1, synced %2</translation>
    </message>
</context>
<context>
    <name>TemplateCommands</name>
    <message>
        <source>%1 templates: %2 added, %3 updated, %4 removed.</source>
        <translation>%1 templates: %2 added, %3 updated, %4 removed.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Quality</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variables</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Exactly as Meta names it: en_US.</source>
        <translation>Exactly as Meta names it: en_US.</translation>
    </message>
    <message>
        <source>Mirrors the templates from Meta.</source>
        <translation>Mirrors the templates from Meta.</translation>
    </message>
    <message>
        <source>The templates known here.</source>
        <translation>The templates known here.</translation>
    </message>
    <message>
        <source>One template.</source>
        <translation>One template.</translation>
    </message>
    <message>
        <source>The filled-in message, as text.</source>
        <translation>The filled-in message, as text.</translation>
    </message>
    <message>
        <source>A variable&apos;s value.</source>
        <translation>A variable&apos;s value.</translation>
    </message>
</context>
<context>
    <name>TemplateTableModel</name>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Quality</translation>
    </message>
</context>
<context>
    <name>TemplatesController</name>
    <message>
        <source>The templates were up to date</source>
        <translation>The templates were up to date</translation>
    </message>
    <message>
        <source>Templates synced: %L1 new, %L2 changed, %L3 gone</source>
        <translation>Templates synced: %L1 new, %L2 changed, %L3 gone</translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message>
        <source>Templates</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>Search names and texts</source>
        <translation>Search names and texts</translation>
    </message>
    <message>
        <source>New campaign with it</source>
        <translation>New campaign with it</translation>
    </message>
    <message>
        <source>The templates could not be fetched</source>
        <translation>The templates could not be fetched</translation>
    </message>
    <message>
        <source>The templates could not be synced.</source>
        <translation>The templates could not be synced.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>with sample values</source>
        <translation>with sample values</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Syncing…</translation>
    </message>
    <message>
        <source>Connect a number first</source>
        <translation>Connect a number first</translation>
    </message>
    <message>
        <source>Fetching your templates from Meta…</source>
        <translation>Fetching your templates from Meta…</translation>
    </message>
    <message>
        <source>No templates yet</source>
        <translation>No templates yet</translation>
    </message>
    <message>
        <source>Templates come from your WhatsApp Business account. Connect a number to fetch them.</source>
        <translation>Templates come from your WhatsApp Business account. Connect a number to fetch them.</translation>
    </message>
    <message>
        <source>Connect your number</source>
        <translation>Connect your number</translation>
    </message>
    <message>
        <source>Make a template in WhatsApp Manager. When Meta has approved it, fetch it here.</source>
        <translation>Make a template in WhatsApp Manager. When Meta has approved it, fetch it here.</translation>
    </message>
    <message>
        <source>No template matches</source>
        <translation>No template matches</translation>
    </message>
    <message>
        <source>Try another word or another language.</source>
        <translation>Try another word or another language.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>All languages</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>All categories</translation>
    </message>
    <message>
        <source>Asking Meta…</source>
        <translation>Asking Meta…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln templates</source>
        <translation>
            <numerusform>%Ln template</numerusform>
            <numerusform>%Ln templates</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, synced %2</source>
        <translation>%1, synced %2</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Not synced yet</translation>
    </message>
    <message>
        <source>Choose a template to see it as a phone shows it.</source>
        <translation>Choose a template to see it as a phone shows it.</translation>
    </message>
    <message>
        <source>This template has parts that Fanfare cannot fill in yet: %1.</source>
        <translation>This template has parts that Fanfare cannot fill in yet: %1.</translation>
    </message>
    <message>
        <source>Meta rejected it: %1</source>
        <translation>Meta rejected it: %1</translation>
    </message>
    <message>
        <source>Only approved templates can be sent.</source>
        <translation>Only approved templates can be sent.</translation>
    </message>
    <message>
        <source>Marked words are filled in for each person.</source>
        <translation>Marked words are filled in for each person.</translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>Details: %1</source>
        <translation>Details: %1</translation>
    </message>
</context>
<context>
    <name>TimelineChart</name>
    <message>
        <source>%1k</source>
        <extracomment>Thousands on the axis of a chart: &quot;2.5k&quot;</extracomment>
        <translation>%1k</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Responded</source>
        <translation>Responded</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A line of a chart at one moment: &quot;Delivered 4,080&quot;.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Opted out</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>TrayPlace</name>
    <message>
        <source>Open Fanfare</source>
        <translation>Open Fanfare</translation>
    </message>
    <message>
        <source>Stop sending and close</source>
        <translation>Stop sending and close</translation>
    </message>
    <message>
        <source>Fanfare is running without its window</source>
        <translation>Fanfare is running without its window</translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <source>Trends</source>
        <translation>Trends</translation>
    </message>
    <message>
        <source>%1, not over</source>
        <translation>%1, not over</translation>
    </message>
</context>
<context>
    <name>VCardReader</name>
    <message>
        <source>“%1” cannot be opened (%2). Check that you are allowed to read it and that no other program holds it.</source>
        <translation>“%1” cannot be opened (%2). Check that you are allowed to read it and that no other program holds it.</translation>
    </message>
    <message>
        <source>There is nothing in “%1”. Choose a file with one person in each row.</source>
        <translation>There is nothing in “%1”. Choose a file with one person in each row.</translation>
    </message>
    <message>
        <source>the file became shorter meanwhile</source>
        <translation>the file became shorter meanwhile</translation>
    </message>
    <message numerus="yes">
        <source>Reading “%1” stopped after %n card(s): %2. Nothing of it was used. Copy the file to this computer and try again.</source>
        <translation>
            <numerusform>Reading “%1” stopped after %n card: %2. Nothing of it was used. Copy the file to this computer and try again.</numerusform>
            <numerusform>Reading “%1” stopped after %n cards: %2. Nothing of it was used. Copy the file to this computer and try again.</numerusform>
        </translation>
    </message>
    <message>
        <source>Card %1 of “%2” is too large for a person: it may have 1 MB besides its pictures. Nothing of the file was used. Check that it is the right file.</source>
        <translation>Card %1 of “%2” is too large for a person: it may have 1 MB besides its pictures. Nothing of the file was used. Check that it is the right file.</translation>
    </message>
    <message>
        <source>the file became longer meanwhile, another program still writes it</source>
        <translation>the file became longer meanwhile, another program still writes it</translation>
    </message>
</context>
<context>
    <name>VersionRow</name>
    <message>
        <source>Time of its own</source>
        <translation>Time of its own</translation>
    </message>
    <message>
        <source>Remove this version</source>
        <translation>Remove this version</translation>
    </message>
    <message>
        <source>for everybody</source>
        <translation>for everybody</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy, HH:mm</source>
        <comment>Qt date format</comment>
        <translation>ddd d MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>Template of version %1</source>
        <translation>Template of version %1</translation>
    </message>
    <message>
        <source>Value that version %1 changes</source>
        <translation>Value that version %1 changes</translation>
    </message>
    <message>
        <source>What everybody of version %1 gets there</source>
        <translation>What everybody of version %1 gets there</translation>
    </message>
    <message>
        <source>Version %1 has a time of its own</source>
        <translation>Version %1 has a time of its own</translation>
    </message>
    <message>
        <source>Time of version %1</source>
        <translation>Time of version %1</translation>
    </message>
    <message>
        <source>The template above</source>
        <translation>The template above</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Same values</source>
        <translation>Same values</translation>
    </message>
    <message>
        <source>Choose a file for the header</source>
        <translation>Choose a file for the header</translation>
    </message>
    <message>
        <source>File for the header of version %1</source>
        <translation>File for the header of version %1</translation>
    </message>
    <message>
        <source>%1 time</source>
        <translation>%1 time</translation>
    </message>
    <message>
        <source>The file above</source>
        <translation>The file above</translation>
    </message>
    <message>
        <source>File, link or media number</source>
        <translation>File, link or media number</translation>
    </message>
    <message>
        <source>%1 &apos;(%2)&apos;</source>
        <extracomment>A moment and the city of its time zone. Qt date format: the quotes stay.</extracomment>
        <translation>%1 &apos;(%2)&apos;</translation>
    </message>
</context>
<context>
    <name>VersionsPanel</name>
    <message>
        <source>Test several versions…</source>
        <translation>Test several versions…</translation>
    </message>
    <message>
        <source>Send one version</source>
        <translation>Send one version</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Each goes to an equal part of the people, drawn by lot</source>
        <translation>Each goes to an equal part of the people, drawn by lot</translation>
    </message>
    <message>
        <source>Add a version</source>
        <translation>Add a version</translation>
    </message>
    <message>
        <source>How many of 100 people take part in the test</source>
        <translation>How many of 100 people take part in the test</translation>
    </message>
    <message>
        <source> % take part</source>
        <translation> % take part</translation>
    </message>
    <message>
        <source>By what the winner is found</source>
        <translation>By what the winner is found</translation>
    </message>
    <message>
        <source>Most read</source>
        <translation>Most read</translation>
    </message>
    <message>
        <source>Most answered</source>
        <translation>Most answered</translation>
    </message>
    <message>
        <source>Most delivered</source>
        <translation>Most delivered</translation>
    </message>
    <message>
        <source>Who decides, and when</source>
        <translation>Who decides, and when</translation>
    </message>
    <message>
        <source>sent to the rest after</source>
        <translation>sent to the rest after</translation>
    </message>
    <message>
        <source>sent to the rest when I say so</source>
        <translation>sent to the rest when I say so</translation>
    </message>
    <message>
        <source>Hours after the last version began to be sent</source>
        <translation>Hours after the last version began to be sent</translation>
    </message>
    <message>
        <source> h</source>
        <translation> h</translation>
    </message>
    <message>
        <source>Where the best version is not clear by then, you are asked; nothing is sent.</source>
        <translation>Where the best version is not clear by then, you are asked; nothing is sent.</translation>
    </message>
    <message>
        <source>Everybody gets one of the versions.</source>
        <translation>Everybody gets one of the versions.</translation>
    </message>
</context>
<context>
    <name>WaitingPeople</name>
    <message>
        <source>The list needs room for a temporary file in “%1”, which cannot be used: %2.</source>
        <translation>The list needs room for a temporary file in “%1”, which cannot be used: %2.</translation>
    </message>
</context>
<context>
    <name>WebhookCommands</name>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>The file cannot be read: %1</translation>
    </message>
    <message>
        <source>The file is too large for a webhook: %1</source>
        <translation>The file is too large for a webhook: %1</translation>
    </message>
    <message>
        <source>The body is not signed, and the app secret is known. Give --signature, or --unsigned to take it all the same.</source>
        <translation>The body is not signed, and the app secret is known. Give --signature, or --unsigned to take it all the same.</translation>
    </message>
    <message>
        <source>The signature is not the one of this body.</source>
        <translation>The signature is not the one of this body.</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>applied</translation>
    </message>
    <message>
        <source>not applied</source>
        <translation>not applied</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Applies one body of Meta&apos;s as if it had arrived.</source>
        <translation>Applies one body of Meta&apos;s as if it had arrived.</translation>
    </message>
    <message>
        <source>Its X-Hub-Signature-256.</source>
        <translation>Its X-Hub-Signature-256.</translation>
    </message>
    <message>
        <source>Take it without a signature.</source>
        <translation>Take it without a signature.</translation>
    </message>
    <message>
        <source>Receives Meta&apos;s webhooks into this workspace, at /webhook.</source>
        <translation>Receives Meta&apos;s webhooks into this workspace, at /webhook.</translation>
    </message>
    <message>
        <source>Where; port 0: a free one.</source>
        <translation>Where; port 0: a free one.</translation>
    </message>
    <message>
        <source>For Meta&apos;s handshake; without one it is refused.</source>
        <translation>For Meta&apos;s handshake; without one it is refused.</translation>
    </message>
    <message>
        <source>Meta took it, and still names no app that it tells events.</source>
        <translation>Meta took it, and still names no app that it tells events.</translation>
    </message>
    <message>
        <source>Meta tells the events of this account to: %1</source>
        <translation>Meta tells the events of this account to: %1</translation>
    </message>
    <message>
        <source>Has Meta tell the app of the access key the events of this account.</source>
        <translation>Has Meta tell the app of the access key the events of this account.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) of another number: %1</source>
        <translation>
            <numerusform>%n event of another number: %1</numerusform>
            <numerusform>%n events of another number: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Put aside</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Lists what arrived and was not applied: bodies that cannot be stored, with their reason, and how many events were of numbers that this workspace does not have.</source>
        <translation>Lists what arrived and was not applied: bodies that cannot be stored, with their reason, and how many events were of numbers that this workspace does not have.</translation>
    </message>
    <message>
        <source>Print this body as it came.</source>
        <translation>Print this body as it came.</translation>
    </message>
</context>
<context>
    <name>WebhookParser</name>
    <message numerus="yes">
        <source>%n part(s) that could not be read</source>
        <translation>
            <numerusform>%n part that could not be read</numerusform>
            <numerusform>%n parts that could not be read</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not a webhook: it is not JSON.</source>
        <translation>This is not a webhook: it is not JSON.</translation>
    </message>
    <message>
        <source>This is JSON, but not a webhook of WhatsApp.</source>
        <translation>This is JSON, but not a webhook of WhatsApp.</translation>
    </message>
</context>
<context>
    <name>WebhookService</name>
    <message>
        <source>Listening at %1</source>
        <translation>Listening at %1</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>applied</translation>
    </message>
    <message>
        <source>Stored: %1. Refused: %2.</source>
        <extracomment>%1: how many of Meta&apos;s posts were stored, %2: how many requests were refused</extracomment>
        <translation>Stored: %1. Refused: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were stored and are not listed here, because the output was not read.</source>
        <translation>
            <numerusform>%n event was stored and is not listed here, because the output was not read.</numerusform>
            <numerusform>%n events were stored and are not listed here, because the output was not read.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody received delivery events from %1 to %2, and Meta does not try to tell them any more. What became of messages in that time stays unknown.</source>
        <translation>Nobody received delivery events from %1 to %2, and Meta does not try to tell them any more. What became of messages in that time stays unknown.</translation>
    </message>
    <message>
        <source>The app secret of %1 is not known. Its events are refused, unless it belongs to the same app as another number.</source>
        <translation>The app secret of %1 is not known. Its events are refused, unless it belongs to the same app as another number.</translation>
    </message>
    <message>
        <source>No app secret is known, and without one anybody could make up events. Until one is, Meta is asked to send them again later. Set FANFARE_APP_SECRET, or add it to the account.</source>
        <translation>No app secret is known, and without one anybody could make up events. Until one is, Meta is asked to send them again later. Set FANFARE_APP_SECRET, or add it to the account.</translation>
    </message>
</context>
<context>
    <name>WindowWords</name>
    <message>
        <source>There is no access key for this number. Add one under Settings, then try again.</source>
        <translation>There is no access key for this number. Add one under Settings, then try again.</translation>
    </message>
    <message>
        <source>No number is connected yet. Connect one under Settings.</source>
        <translation>No number is connected yet. Connect one under Settings.</translation>
    </message>
    <message>
        <source>This is a practice workspace. Connect your number in a workspace of your own.</source>
        <translation>This is a practice workspace. Connect your number in a workspace of your own.</translation>
    </message>
    <message>
        <source>This workspace was copied, restored or brought from another computer, so nothing is sent from it until you say so. Make sure that the original does not send as well.</source>
        <translation>This workspace was copied, restored or brought from another computer, so nothing is sent from it until you say so. Make sure that the original does not send as well.</translation>
    </message>
</context>
<context>
    <name>WizardController</name>
    <message>
        <source>Practice campaign %L1</source>
        <translation>Practice campaign %L1</translation>
    </message>
    <message>
        <source>No campaign could be begun</source>
        <translation>No campaign could be begun</translation>
    </message>
    <message>
        <source>The draft could not be opened</source>
        <translation>The draft could not be opened</translation>
    </message>
    <message>
        <source>a rule of your own</source>
        <translation>a rule of your own</translation>
    </message>
</context>
<context>
    <name>WizardFooter</name>
    <message>
        <source>Save and close</source>
        <translation>Save and close</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Save as draft</source>
        <translation>Save as draft</translation>
    </message>
    <message>
        <source>Stop adding</source>
        <translation>Stop adding</translation>
    </message>
    <message>
        <source>%1 people will get this campaign</source>
        <extracomment>%1 is a number in bold</extracomment>
        <translation>%1 people will get this campaign</translation>
    </message>
    <message>
        <source>Send %1 now…</source>
        <translation>Send %1 now…</translation>
    </message>
    <message>
        <source>Solve the problems marked in red first</source>
        <translation>Solve the problems marked in red first</translation>
    </message>
    <message>
        <source>Saved as you type</source>
        <translation>Saved as you type</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>Draft saved %1</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>Draft saved</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Not saved: %1</translation>
    </message>
    <message>
        <source>Next: recipients</source>
        <translation>Next: recipients</translation>
    </message>
    <message>
        <source>Next: settings</source>
        <translation>Next: settings</translation>
    </message>
    <message>
        <source>Next: review</source>
        <translation>Next: review</translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln people…</source>
        <translation>
            <numerusform>Send to %Ln person…</numerusform>
            <numerusform>Send to %Ln people…</numerusform>
        </translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>Schedule for %1</source>
        <translation>Schedule for %1</translation>
    </message>
    <message>
        <source>Create campaign</source>
        <translation>Create campaign</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Scheduled</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Responded</source>
        <translation>Responded</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Opted out</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Unconfirmed</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A percentage; %1 is the number. The space will not break.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>So many people of all: &quot;3 of 12&quot;</extracomment>
        <translation>%1 of %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) %1 h</source>
        <translation>
            <numerusform>%Ln day %1 h</numerusform>
            <numerusform>%Ln days %1 h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>HH:mm:ss</source>
        <translation>HH:mm:ss</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>ddd d MMM, HH:mm</source>
        <translation>ddd d MMM, HH:mm</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy, HH:mm:ss</source>
        <translation>dddd d MMMM yyyy, HH:mm:ss</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 ago</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A language with its country&apos;s code: &quot;English (US)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Utility</source>
        <translation>Utility</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentication</translation>
    </message>
    <message>
        <source>High</source>
        <translation>High</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>Not rated yet</source>
        <translation>Not rated yet</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>In review</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>Place: latitude</source>
        <translation>Place: latitude</translation>
    </message>
    <message>
        <source>Place: longitude</source>
        <translation>Place: longitude</translation>
    </message>
    <message>
        <source>Place: name</source>
        <translation>Place: name</translation>
    </message>
    <message>
        <source>Place: address</source>
        <translation>Place: address</translation>
    </message>
    <message>
        <source>Button %1: link ending</source>
        <translation>Button %1: link ending</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A numbered value of a template with an example of it: &quot;2 · 5 December&quot;</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>%1 a minute</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 a second</translation>
    </message>
    <message>
        <source>as fast as the number allows</source>
        <translation>as fast as the number allows</translation>
    </message>
    <message>
        <source>The campaign has a name</source>
        <translation>The campaign has a name</translation>
    </message>
    <message>
        <source>The campaign needs a name</source>
        <translation>The campaign needs a name</translation>
    </message>
    <message>
        <source>Template is approved and unchanged</source>
        <translation>Template is approved and unchanged</translation>
    </message>
    <message>
        <source>Template cannot be sent as it is</source>
        <translation>Template cannot be sent as it is</translation>
    </message>
    <message>
        <source>People are chosen</source>
        <translation>People are chosen</translation>
    </message>
    <message>
        <source>Nobody is chosen yet</source>
        <translation>Nobody is chosen yet</translation>
    </message>
    <message>
        <source>Every value is filled in</source>
        <translation>Every value is filled in</translation>
    </message>
    <message>
        <source>Header file is ready</source>
        <translation>Header file is ready</translation>
    </message>
    <message>
        <source>Header file is missing</source>
        <translation>Header file is missing</translation>
    </message>
    <message>
        <source>Number and access key are healthy</source>
        <translation>Number and access key are healthy</translation>
    </message>
    <message>
        <source>The number needs attention</source>
        <translation>The number needs attention</translation>
    </message>
    <message>
        <source>Within the 24-hour limit</source>
        <translation>Within the 24-hour limit</translation>
    </message>
    <message>
        <source>The 24-hour limit</source>
        <translation>The 24-hour limit</translation>
    </message>
    <message>
        <source>Speed is allowed</source>
        <translation>Speed is allowed</translation>
    </message>
    <message>
        <source>Speed may be too high</source>
        <translation>Speed may be too high</translation>
    </message>
    <message>
        <source>Opted-out people are left out</source>
        <translation>Opted-out people are left out</translation>
    </message>
    <message>
        <source>Everybody agreed to get messages</source>
        <translation>Everybody agreed to get messages</translation>
    </message>
    <message>
        <source>Consent is not recorded for everybody</source>
        <translation>Consent is not recorded for everybody</translation>
    </message>
    <message>
        <source>No numbers that Meta refuses</source>
        <translation>No numbers that Meta refuses</translation>
    </message>
    <message>
        <source>Some numbers will be refused</source>
        <translation>Some numbers will be refused</translation>
    </message>
    <message>
        <source>Fits into the sending hours</source>
        <translation>Fits into the sending hours</translation>
    </message>
    <message>
        <source>Outside the sending hours</source>
        <translation>Outside the sending hours</translation>
    </message>
    <message>
        <source>The workspace is on this computer</source>
        <translation>The workspace is on this computer</translation>
    </message>
    <message>
        <source>Where the workspace lies</source>
        <translation>Where the workspace lies</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>Some values cannot be sent</source>
        <translation>Some values cannot be sent</translation>
    </message>
    <message>
        <source>The cost is known</source>
        <translation>The cost is known</translation>
    </message>
    <message>
        <source>The cost is not known for everybody</source>
        <translation>The cost is not known for everybody</translation>
    </message>
    <message>
        <source>Within the budget</source>
        <translation>Within the budget</translation>
    </message>
    <message>
        <source>The budget does not reach for everybody</source>
        <translation>The budget does not reach for everybody</translation>
    </message>
    <message>
        <source>The budget cannot be kept</source>
        <translation>The budget cannot be kept</translation>
    </message>
    <message>
        <source>The versions are large enough</source>
        <translation>The versions are large enough</translation>
    </message>
    <message>
        <source>The versions are small</source>
        <translation>The versions are small</translation>
    </message>
</context>
<context>
    <name>WorkbookReader</name>
    <message>
        <source>There is nothing in “%1”. Choose a file with one person in each row.</source>
        <translation>There is nothing in “%1”. Choose a file with one person in each row.</translation>
    </message>
    <message>
        <source>“%1” has no sheet “%2”. It has: %3.</source>
        <translation>“%1” has no sheet “%2”. It has: %3.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2. Nothing of it was used. Check that it is the right file.</source>
        <translation>“%1” cannot be read: %2. Nothing of it was used. Check that it is the right file.</translation>
    </message>
    <message>
        <source>“%1” is damaged: a part of the workbook cannot be understood. Nothing of it was used. Save it again in your spreadsheet program.</source>
        <translation>“%1” is damaged: a part of the workbook cannot be understood. Nothing of it was used. Save it again in your spreadsheet program.</translation>
    </message>
    <message>
        <source>“%1” is no Excel workbook (XLSX). Open it in the program that made it, save it as XLSX or CSV (UTF-8) and choose that file.</source>
        <translation>“%1” is no Excel workbook (XLSX). Open it in the program that made it, save it as XLSX or CSV (UTF-8) and choose that file.</translation>
    </message>
    <message>
        <source>Row %1 of “%2” is too large for a list of people: a cell may have 1 MB, a row 8 MB and %3 columns. Nothing of the file was used. Check that it is the right file.</source>
        <translation>Row %1 of “%2” is too large for a list of people: a cell may have 1 MB, a row 8 MB and %3 columns. Nothing of the file was used. Check that it is the right file.</translation>
    </message>
</context>
<context>
    <name>WorkbookWriter</name>
    <message>
        <source>“%1” could not be written to the end. Check that there is room on the disk, and try again.</source>
        <translation>“%1” could not be written to the end. Check that there is room on the disk, and try again.</translation>
    </message>
    <message>
        <source>“%1” cannot be written (%2). Choose another folder or name.</source>
        <translation>“%1” cannot be written (%2). Choose another folder or name.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>There is a workspace in %1 already.</source>
        <translation>There is a workspace in %1 already.</translation>
    </message>
    <message>
        <source>%1 is a file, not a folder.</source>
        <translation>%1 is a file, not a folder.</translation>
    </message>
    <message>
        <source>The folder %1 has other files in it. Choose an empty one or a new one.</source>
        <translation>The folder %1 has other files in it. Choose an empty one or a new one.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>The folder %1 cannot be made.</translation>
    </message>
    <message>
        <source>There is no workspace in %1.</source>
        <translation>There is no workspace in %1.</translation>
    </message>
</context>
<context>
    <name>WorkspaceCheck</name>
    <message>
        <source>Campaign %1: the counter “%2” says %3, but there are %4.</source>
        <translation>Campaign %1: the counter “%2” says %3, but there are %4.</translation>
    </message>
    <message>
        <source>Campaign %1: %2 people have the unknown status “%3”.</source>
        <translation>Campaign %1: %2 people have the unknown status “%3”.</translation>
    </message>
    <message>
        <source>Campaign %1: the time line differs from the people in %2 minutes.</source>
        <translation>Campaign %1: the time line differs from the people in %2 minutes.</translation>
    </message>
    <message>
        <source>Campaign %1: the times people took differ from the people in %2 entries.</source>
        <translation>Campaign %1: the times people took differ from the people in %2 entries.</translation>
    </message>
    <message>
        <source>Campaign %1: the prices differ from the messages in %2 entries.</source>
        <translation>Campaign %1: the prices differ from the messages in %2 entries.</translation>
    </message>
    <message>
        <source>Inbox: %1 conversations differ from their messages.</source>
        <translation>Inbox: %1 conversations differ from their messages.</translation>
    </message>
    <message>
        <source>Inbox: %1 messages are not in the conversation of their person.</source>
        <translation>Inbox: %1 messages are not in the conversation of their person.</translation>
    </message>
    <message>
        <source>Campaign %1: what Meta charges for differs from the messages in %2 entries.</source>
        <translation>Campaign %1: what Meta charges for differs from the messages in %2 entries.</translation>
    </message>
    <message>
        <source>Campaign %1: what is reserved of its budget differs from the messages.</source>
        <translation>Campaign %1: what is reserved of its budget differs from the messages.</translation>
    </message>
    <message>
        <source>Campaign %1: the failures by the hour differ from the people in %2 entries.</source>
        <translation>Campaign %1: the failures by the hour differ from the people in %2 entries.</translation>
    </message>
    <message>
        <source>Campaign %1: the figures by the hour differ from the people in %2 entries.</source>
        <translation>Campaign %1: the figures by the hour differ from the people in %2 entries.</translation>
    </message>
    <message>
        <source>Account %1: what Meta charges for outside campaigns differs from the messages in %2 entries.</source>
        <translation>Account %1: what Meta charges for outside campaigns differs from the messages in %2 entries.</translation>
    </message>
    <message>
        <source>Campaign %1: %2 people opted out and are not counted so.</source>
        <translation>Campaign %1: %2 people opted out and are not counted so.</translation>
    </message>
    <message>
        <source>Campaign %1: %2 people count as opted out who had done so before.</source>
        <translation>Campaign %1: %2 people count as opted out who had done so before.</translation>
    </message>
    <message>
        <source>Test “%1”: people are in another version than the draw with the seed %2 says.</source>
        <translation>Test “%1”: people are in another version than the draw with the seed %2 says.</translation>
    </message>
    <message>
        <source>Test “%1”: %2 people are in more than one version.</source>
        <translation>Test “%1”: %2 people are in more than one version.</translation>
    </message>
</context>
<context>
    <name>WorkspaceCommands</name>
    <message>
        <source>The workspace is ready: %1</source>
        <translation>The workspace is ready: %1</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>yes: nothing leaves this computer</source>
        <translation>yes: nothing leaves this computer</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Armed</source>
        <translation>Armed</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no: nothing is sent until you arm it</source>
        <translation>no: nothing is sent until you arm it</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>%1, process %2</source>
        <translation>%1, process %2</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>not running</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Campaigns</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Recipients</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Delivery events</source>
        <translation>Delivery events</translation>
    </message>
    <message>
        <source>The database is sound, and every counter is right.</source>
        <translation>The database is sound, and every counter is right.</translation>
    </message>
    <message>
        <source>The workspace is armed: it may send.</source>
        <translation>The workspace is armed: it may send.</translation>
    </message>
    <message>
        <source>Makes a workspace in a new or empty folder.</source>
        <translation>Makes a workspace in a new or empty folder.</translation>
    </message>
    <message>
        <source>With sample data and the built-in simulator: nothing leaves the computer.</source>
        <translation>With sample data and the built-in simulator: nothing leaves the computer.</translation>
    </message>
    <message>
        <source>What is in the workspace, and who sends.</source>
        <translation>What is in the workspace, and who sends.</translation>
    </message>
    <message>
        <source>Proves the database and every counter against its rows.</source>
        <translation>Proves the database and every counter against its rows.</translation>
    </message>
    <message>
        <source>Lets a copied or restored workspace send.</source>
        <translation>Lets a copied or restored workspace send.</translation>
    </message>
    <message>
        <source>on a network drive (%1): nothing is sent from there</source>
        <translation>on a network drive (%1): nothing is sent from there</translation>
    </message>
    <message>
        <source>synced by %1, which may damage it</source>
        <translation>synced by %1, which may damage it</translation>
    </message>
    <message>
        <source>on a disk of this computer</source>
        <translation>on a disk of this computer</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>The backup is in %1, %2.</source>
        <translation>The backup is in %1, %2.</translation>
    </message>
    <message>
        <source>What was there before is kept in %1.</source>
        <translation>What was there before is kept in %1.</translation>
    </message>
    <message>
        <source>The workspace does not send until you arm it, because the original may have sent since the backup was made: fanfare-cli workspace arm</source>
        <translation>The workspace does not send until you arm it, because the original may have sent since the backup was made: fanfare-cli workspace arm</translation>
    </message>
    <message>
        <source>The workspace is restored: %1, %2.</source>
        <translation>The workspace is restored: %1, %2.</translation>
    </message>
    <message>
        <source>Writes a consistent copy of everything to a new file.</source>
        <translation>Writes a consistent copy of everything to a new file.</translation>
    </message>
    <message>
        <source>Makes the workspace what a backup holds; keeps what was there before beside it.</source>
        <translation>Makes the workspace what a backup holds; keeps what was there before beside it.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) opted out or were erased after the backup was made, and stay so.</source>
        <translation>
            <numerusform>%n person opted out or was erased after the backup was made, and stays so.</numerusform>
            <numerusform>%n people opted out or were erased after the backup was made, and stay so.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody received delivery events from %1 to %2; Meta does not tell them any more.</source>
        <translation>Nobody received delivery events from %1 to %2; Meta does not tell them any more.</translation>
    </message>
</context>
<context>
    <name>WorkspacePlace</name>
    <message>
        <source>The workspace is on a network drive (%1), where two computers could send the same message. Move its folder to a disk of this computer.</source>
        <translation>The workspace is on a network drive (%1), where two computers could send the same message. Move its folder to a disk of this computer.</translation>
    </message>
</context>
<context>
    <name>WorkspaceView</name>
    <message>
        <source>Practice</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>My workspace</source>
        <translation>My workspace</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Campaigns</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Open another workspace…</source>
        <translation>Open another workspace…</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>Analytics</translation>
    </message>
</context>
<context>
    <name>ZipArchive</name>
    <message>
        <source>it is damaged</source>
        <translation>it is damaged</translation>
    </message>
    <message>
        <source>it unpacks to far more than a list of people needs</source>
        <translation>it unpacks to far more than a list of people needs</translation>
    </message>
    <message>
        <source>it holds a cell that is far too large for a list of people</source>
        <translation>it holds a cell that is far too large for a list of people</translation>
    </message>
    <message>
        <source>“%1” is damaged: it begins like a workbook but cannot be unpacked. Save it again in your spreadsheet program.</source>
        <translation>“%1” is damaged: it begins like a workbook but cannot be unpacked. Save it again in your spreadsheet program.</translation>
    </message>
    <message>
        <source>“%1” holds far more parts than any workbook. Nothing of it was used. Check that it is the right file.</source>
        <translation>“%1” holds far more parts than any workbook. Nothing of it was used. Check that it is the right file.</translation>
    </message>
    <message>
        <source>“%1” is damaged or protected with a password: a part of it cannot be read. Save it again in your spreadsheet program, without a password.</source>
        <translation>“%1” is damaged or protected with a password: a part of it cannot be read. Save it again in your spreadsheet program, without a password.</translation>
    </message>
    <message>
        <source>it holds something that no spreadsheet program writes</source>
        <translation>it holds something that no spreadsheet program writes</translation>
    </message>
</context>
</TS>
