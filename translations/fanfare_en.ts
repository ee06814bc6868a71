<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccountDesk</name>
    <message>
        <source>This is a practice workspace. Connect your number in another one: fanfare-cli workspace init</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number is connected yet. Connect one: fanfare-cli account set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountService</name>
    <message>
        <source>Meta could not be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came: the message may have gone out, or not.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityModel</name>
    <message>
        <source>%1, %2</source>
        <extracomment>When something was done: day and time, and by whom</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Audience</name>
    <message>
        <source>There is no phone number in this row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no phone number in this cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such number exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such number exists in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The country is missing: write + and the country&apos;s code first</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln digit(s) missing for a number in %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Too short for a phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln digit(s) too many for a number in %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Too long for a phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one number in this cell; keep one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel shortened this number; its last digits are lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These letters cannot be read in the chosen encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value that the template needs is empty, and no default is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark opens here and never closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row cannot be used (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column %1 · %2</source>
        <extracomment>A column of a file by its letter and its heading: &quot;Column B · Phone&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate of row %1; the first one is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already in this campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the do-not-send list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same as row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AudienceCheckPanel</name>
    <message>
        <source>Choose a better file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln rows are listed; all of them are counted.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, phone or row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Save the %Ln rows…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No column with phone numbers was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose it below under “Phone”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in this file can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the column and the country below, or fix the numbers one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln numbers cannot be used.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fix them here, or go on without them: the other %Ln people are ready.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln people are ready.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Each number is used once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AudienceChooser</name>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste numbers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one person…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gets this campaign?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a CSV file here. Fanfare checks every number before anybody is added, and you see each row with its result.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BrakeWatch</name>
    <message>
        <source>Look at the failed recipients and their reasons, correct the list or the campaign, then resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people in a row were refused for the same reason: %1</source>
        <extracomment>%n people; %1 is the reason, a whole sentence</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of the last %2 people were refused.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CampaignDesk</name>
    <message>
        <source>There is no access token for this number. Set FANFARE_TOKEN in the environment, or store one: fanfare-cli account set … --token-stdin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The campaign cannot be sent: it is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That time is in the past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The campaign cannot be scheduled: it is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <extracomment>The name of a copied campaign.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (follow-up)</source>
        <extracomment>The name of a campaign to some people of an earlier one.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CampaignTableModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · step %2 of 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · starts %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2/s</source>
        <extracomment>Speed at the end of a line: &quot;9.6/s&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · took %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · cancelled before it started</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CampaignsPage</name>
    <message>
        <source>Campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total recipients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading your campaigns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your campaigns could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a campaign with a file of people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the results of the chosen campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions of this campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln drafts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled or failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sending</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln scheduled</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is waiting to leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the last 30 days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>in all campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No campaigns yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A campaign brings one approved template to a list of people. Start with a file of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No campaign matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another word, or look at all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 %3 time</source>
        <extracomment>Under the page&apos;s title: day, time, city of the time zone. &quot;Thursday 19 November 2026, 11:42 London time&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>date format of QLocale</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume sending (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel campaign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln people will not get it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln messages already sent stay on their phones.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Its list of %Ln people and all results are removed from this computer. Sent messages stay on their phones.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its list of %Ln people is removed from this computer.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete campaign</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnMapping</name>
    <message>
        <source>“%1” does not say which column: write FIELD=COLUMN, as in phone=2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field “%1” to fill. Known here: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The file has no column “%1”. It has %n column(s): %2.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountFilters</name>
    <message>
        <source>All rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud for a filter: &quot;Accepted: 1,377&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CsvReader</name>
    <message>
        <source>There is no file “%1”. Check its name, or choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a folder. Choose a file inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a device or a pipe, not a file. Save the list as a CSV file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be opened (%2). Check that you are allowed to read it and that no other program holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pasted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a workbook, not text. Open it in your spreadsheet program, save it as CSV (UTF-8) and choose that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is an address book (vCard). Export the people as CSV and choose that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a text file, so there are no rows to read in it. Save the list as CSV (UTF-8) and choose that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in “%1”. Choose a file with one person in each row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not exist in the encoding %2, so it cannot separate the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file became shorter meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 of “%2” is too large for a list of people: a cell may have 1 MB, a row 8 MB and %3 columns. Nothing of the file was used. Check that it is the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Reading “%1” stopped after %n row(s): %2. Nothing of it was used. Copy the file to this computer and try again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CsvWriter</name>
    <message>
        <source>“%1” cannot be written (%2). Choose another folder or name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be written to the end (%2). Check that there is room on the disk, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayBar</name>
    <message>
        <source>Sending hours %1 to %2, sends from %3 to %4</source>
        <extracomment>Read aloud for a picture of the day: the sending hours, then when the campaign sends.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>From one time of day to another: &quot;10:00 to 12:18&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsStep</name>
    <message>
        <source>A video up to 16 MB, a link, or a media number of Meta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document up to 100 MB, a link, or a media number of Meta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture up to 5 MB, a link, or a media number of Meta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos (*.mp4 *.3gp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with sample values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked words are filled in for each person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a number in Settings; drafting works without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates are listed for this number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not synced: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only you see this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values this template needs from each recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(required)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name or text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File, link or media number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File for the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching the templates from Meta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No templates yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates are written and approved at Meta. Fetch them once; after that you can draft without a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect your number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No template matches. Try fewer words or all languages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 templates match “%3”. Only approved templates can be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only approved templates can be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln templates</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, synced %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a marketing template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta charges for every message delivered, and people who stopped marketing messages will not get it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You will match them to columns in the next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file for the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a template to see the message as a phone will show it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Draft</name>
    <message>
        <source>Give the campaign a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a shorter name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This template is no longer there. Choose another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This template cannot be sent: Meta says “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This template has parts that Fanfare cannot fill in yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This template needs a file for its header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be read. Choose it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add at least one person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a day and a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This time is over. Choose a later one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hours begin and end at the same time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngineLock</name>
    <message>
        <source>The workspace folder cannot be locked: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (process %2) is already sending for this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is already sending for this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorCatalog</name>
    <message>
        <source>WhatsApp no longer accepts the saved access key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a newly generated key in Settings and then resume the campaign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta reported an unspecified problem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app will try again by itself, and if it keeps happening check Meta&apos;s status page or contact support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta&apos;s servers are temporarily busy or down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost and the app will try again shortly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Meta app behind this account is not allowed to do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever set up the Meta app to add the WhatsApp messaging and management permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Meta app has made too many requests this hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending pauses briefly and continues on its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access key lacks a needed permission or the account is not eligible for this feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have an administrator regenerate the key with all WhatsApp permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests were made with this access key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a little and the app will continue on its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sending phone number no longer exists in Meta&apos;s system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another sending number or re-check the number ID in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta did not understand part of this request, which usually means the template changed or a setting is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the templates and check the campaign before resuming.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta cannot find this account, number or template with the saved access key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the IDs in Settings and that the key was given access to this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved login to Meta is no longer valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate a new access key and save it in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta wants a valid access key, or a matching app secret, with each request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check both values in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access key has expired or was revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a new never-expiring system-user key, save it in Settings and resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access key was not given access to this WhatsApp account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An administrator must assign the account to the system user in Meta Business settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Meta app hit a temporary limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait and the app will continue on its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta has restricted or disabled this WhatsApp account for breaking a policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Meta&apos;s Business Support Home to see why and appeal before sending anything else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta saw this as a repeat of the previous request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of request was made too often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a few minutes and the app will try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ID saved in Settings does not exist at Meta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-check the account ID and phone number ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app asked Meta for an address that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the app or report this to support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many management requests were made for this WhatsApp account this hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app will slow down and try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests were made to this WhatsApp account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app will wait and continue on its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The product catalogue was updated too many times in a short period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remaining products will be sent later automatically.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own business has blocked this person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unblock them first if you really want to message them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages were sent faster than this number is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app slows down and resends automatically.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta left this person out of the marketing message as part of its own test, so do not resend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for them to write to you or use another channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your WhatsApp account is not allowed to message people in this contact&apos;s country.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove contacts from that country from the campaign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta had an unexpected problem with this message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app will try again a few times and then mark the contact as failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finished message is longer than WhatsApp allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten the personal values used for this contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message was addressed in a way Meta does not support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the app or contact support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access key is not allowed to send from this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have an administrator grant the messaging permission and save a new key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something this message refers to, such as a file, no longer exists at Meta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upload it again and resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A required value was empty for this contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in the missing column in the contact list and send to them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the values for this contact, often the phone number or a link, is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it and send to them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Meta service is temporarily unavailable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app will try again shortly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A WhatsApp group with only one member cannot receive messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact&apos;s number is the same as your sending number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is not on WhatsApp, uses a very old app or has not accepted WhatsApp&apos;s terms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the number or reach this person another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are using Meta&apos;s free test number, which only writes to a few pre-approved phones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this phone in the Meta dashboard or connect a real business number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your WhatsApp account is locked or its details could not be verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Meta&apos;s Business Support Home, resolve the issue and only then resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The display name of this sending number has not been approved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix the name in WhatsApp Manager and wait for approval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group was not found or your number is not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta could not bill this message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add or fix the payment method in Meta&apos;s billing settings and then resume the campaign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message could not be delivered before it expired, usually because the phone was off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it again later if it is still relevant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta could not bill this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix the payment method in Meta&apos;s billing settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sending number is not properly registered with the API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register it again in Settings before sending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than 24 hours passed since this person last wrote to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an approved template can be sent to them now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp limited this number because too many people blocked or reported earlier messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop, check the quality rating in WhatsApp Manager and resume with a smaller, better-matched audience.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp chose not to deliver this marketing message because this person already gets many, or has a US number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait at least 24 hours and do not retry sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person asked WhatsApp to stop your marketing messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were moved to the do-not-send list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This type of message is not supported by WhatsApp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another message type or template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file the customer sent you could not be fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask them to send it again or by another channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp could not use the picture, video or document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is a supported type and size, upload it again and resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sending route accepts marketing templates only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a marketing template or switch to normal sending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many messages went to this one person in a short time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app waits before writing to them again while others continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta is upgrading this number right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending continues automatically in a minute or two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list being loaded changed while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app starts loading it again from the beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp could not show you this customer&apos;s message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask them to send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This message needs a phone number but the contact is only known by a WhatsApp ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the contact for their number or use another template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account is set to send marketing only through Meta&apos;s Marketing Messages route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the campaign to that route or turn the setting off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp limited your account because templates were filed under the wrong category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the categories and wait until the restriction ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only some of the group changes were made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review the list and repeat the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same person was listed twice for the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This group was suspended for breaking WhatsApp&apos;s rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many group changes were made from this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group picture must be square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group picture must be larger than 192 by 192 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number has created as many groups as it is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That person is not in the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That request to join the group no longer exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group creation is switched off for now because of too many marketing messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in some days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number is not eligible for WhatsApp groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template expects a different number of values than the campaign supplies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the template and map every placeholder before resuming.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template does not exist in this language or is not approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the templates and pick an approved one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With this contact&apos;s values filled in the message is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten those values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template&apos;s content breaks a WhatsApp policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit it and submit it for review again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value for this contact has a format the template does not accept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it and resend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is of the wrong kind for the template, for example text where a picture is required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix the campaign&apos;s mapping and resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp paused this template because recipients reacted badly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait or unpause it in WhatsApp Manager, improve the text and do not resend held messages yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp switched this template off for good after repeated complaints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a new template with different content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value for this contact contains something not allowed, such as a line break, a tab or many spaces in a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean the value and resend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form behind this template is blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair the Flow in WhatsApp Manager before resuming.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form behind this template has technical problems and is limited to a few sends per hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair the Flow before resuming.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier attempt to disconnect this number did not finish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect it again and then register it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number&apos;s backup could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register the number afresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number&apos;s recovery data could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta&apos;s registration service is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The six-digit two-step PIN is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the right PIN or reset it in WhatsApp Manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This phone number must be verified by SMS or call before it can be registered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This phone number is blocked by WhatsApp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact Meta support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN was entered wrongly too many times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the time Meta indicates before trying again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN attempts came too quickly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment before trying again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sending number is not registered with the WhatsApp API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register it in Settings before sending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number was just removed and Meta is still cleaning up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait five minutes and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number was registered or disconnected too many times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it alone until Meta lifts the block, which can take days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone must accept WhatsApp&apos;s payment terms through the link in the error before this message can be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Marketing Messages route only takes marketing templates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one or switch to normal sending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new template is not ready on the Marketing Messages route yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app tries again in about ten minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This template cannot be used on the Marketing Messages route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the account finished onboarding or switch to normal sending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta refused the message without details, which after a large send can mean the whole business is under review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and check notices in Meta Business Suite before resuming.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The verification code was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request a new code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This contact&apos;s WhatsApp identity changed, for example a new phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm it is still the same person before writing again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calling is not switched on for this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person cannot receive WhatsApp calls from you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many calls are running at once from this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call with this person is already running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call could not be connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many calls were started from this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person has not agreed to receive calls from you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call took too long to connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You already asked this person for call permission too often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You reached today&apos;s number of calls to this person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call permissions were checked too often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calling cannot be switched on until the account meets Meta&apos;s requirements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internet calling (SIP) is not switched on for this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No internet-calling (SIP) server is configured for this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta stopped this account from creating or publishing forms (Flows).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check account notices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form (Flow) could not be changed, often because it is already published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form (Flow) could not be published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix the listed problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form (Flow) could not be retired because of its current state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A published form (Flow) cannot be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some people could not be blocked or unblocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the reason next to each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The block list has reached 64,000 people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unblock some first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The block list changed while it was being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app loads it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta could not process the block request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app tries again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This template cannot be sent because it is not approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for approval or appeal in WhatsApp Manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has no valid payment method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one in Meta&apos;s billing settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending is limited because the business is not verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete business verification at Meta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That business username is taken or not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your business needs a higher sending limit before it can have a username.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link this number to the Facebook Page that already uses the username.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link this number to the Instagram account that already uses the username.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another of your numbers has this username.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm the transfer to move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta does not offer template statistics for this account at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template statistics cannot be switched off once they are on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template statistics are not switched on for this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn them on in Settings first, noting that this cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This business was already invited to Marketing Messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more needs to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That phone number is already in your account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account holds as many templates as it is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete unused templates or verify the business.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A template with this name was deleted recently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a different name or wait about four weeks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A template with this name and language already exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit that one or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This template cannot be edited in its current state, for example while in review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the template&apos;s texts is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten the field named in the message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template&apos;s header is not formatted correctly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it as described in the message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template&apos;s main text is not formatted correctly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template&apos;s footer is not formatted correctly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number is not being moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot get a registration code this way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be verified this way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number could not be moved to this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the detailed reason and fix that point first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many placeholders for so little text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add words or remove placeholders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A template cannot begin or end with a placeholder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add words before or after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is in maintenance at Meta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contacts and history of this number were already synchronised once, which is all Meta allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts and history can only be synchronised within 24 hours of connecting the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect it to try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A permission on the access key is missing or was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask an administrator to restore it and generate a fresh key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta refused this message for a reason that Fanfare does not know yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the details, and ask Meta&apos;s support with the trace id if it keeps happening.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FaultReader</name>
    <message>
        <source>it is not an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“times” must be null or a whole number from 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“then” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fault %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“to” must be a number with + and country code, or its beginning and *</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“delay_ms” must be a whole number of milliseconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“then” can have only one of “code”, “drop” and “body”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“then” says nothing to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“status” must be an HTTP status from 200 to 599</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“status” needs “code” or “body” beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“drop” must be “before” or “after”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“code” must be one of Meta&apos;s error numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“body” must be text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The faults are not JSON (at byte %1): %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The faults must be a list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud for a card: &quot;Delivered: 6,951&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>%1, %2</source>
        <extracomment>Read aloud for a filter above a table: its name and how many rows it shows.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No campaigns yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Fanfare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft WhatsApp campaigns offline, send them straight to Meta from this computer, and watch every delivery. How would you like to begin?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect your number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start practising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You need a WhatsApp Business number, its two IDs and an access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We check them with Meta before anything is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key goes into your system&apos;s keychain, not into our file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes about 5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A built-in simulator plays the part of Meta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample contacts and templates are ready to use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a whole campaign; no real person gets a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes about 1 minute. You can connect later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an existing workspace…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>(required)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, required</source>
        <extracomment>Read aloud for a field that must be filled in.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FunnelChart</name>
    <message>
        <source>Funnel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of the step above</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GraphAccountGateway</name>
    <message>
        <source>There is no usable access token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of the Graph API in Settings cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of templates has no end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “%1” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GraphAnswer</name>
    <message>
        <source>The answer was far too long, so it was cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer did not come in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending stopped before the answer came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted, so nothing was sent to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server pointed to another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was not one that Meta gives (HTTP %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server was not found. Is the internet connection working?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection to the server came about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke before the answer came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy asks for a name and a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy did not let us through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network failed before an answer came.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GraphMessageGateway</name>
    <message>
        <source>The address of the Graph API in Settings cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no usable access token.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Happenings</name>
    <message>
        <source>%1 %2</source>
        <extracomment>Two sentences one after the other</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>The words of a person&apos;s answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried again at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection dropped before Meta answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the do-not-send list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted on try %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Choose an approved template and give the campaign a name.
2. Bring the people: a file, or one by one. Every row that cannot be used says why.
3. Set speed, sending hours and when to begin.
4. Look at the checks, then send. You can pause at any time; nobody gets a message twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the chosen row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete, after asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close; what you typed stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync or check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu of the chosen row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HttpServer</name>
    <message>
        <source>This build cannot serve HTTPS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an address of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 on %2 is already in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot listen on port %1 of %2: %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDesk</name>
    <message>
        <source>People can be added to a draft only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportRowModel</name>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone in your file  →  number we will use</source>
        <extracomment>Heading over &quot;0034 600-000-118 &gt; +34 600 000 118&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: uses the default “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>The journal “%1” cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>See: fanfare-cli %1 --help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Fanfare</source>
        <extracomment>Title of the window: workspace and program.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Fanfare</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MappingCard</name>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semicolon ;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma ,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No country: numbers need +</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First row holds the names of the columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns are separated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers without a country are from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default if empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default for %1 where a cell is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sheet “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>numbers need + and a country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers without a country are read as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · </source>
        <comment>between parts of a line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the column with the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln empty cells use the default</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln empty cells: set a default</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MediaFile</name>
    <message>
        <source>The file “%1” is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “%1” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a kind of file that WhatsApp takes: use a JPEG or PNG picture, an MP4 or 3GP video, or a PDF, Office or text document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is too large: %2, and WhatsApp takes %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Details for support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessagePreview</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message preview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageTemplate</name>
    <message>
        <source>There is no text here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line break or a tab is not allowed in a filled-in value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than four spaces in a row are not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberLane</name>
    <message>
        <source>There is no connection to Meta: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending goes on by itself when the connection is back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Awaiting delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed or opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of all</source>
        <extracomment>%1 is a rate (&quot;59.1 %&quot;) or &quot;3 of 12&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PdfReport</name>
    <message>
        <source>Page %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended by Meta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice: sent to the built-in simulator. Nobody got a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the campaign got</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the step named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opted out before sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reached: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why people were not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How these figures are counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent: WhatsApp accepted the message. Delivered, read and responded count everyone who got at least so far, whatever came later; read implies delivered, responded implies both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery rate is delivered out of sent. Read rate and response rate are out of delivered. Someone who switched read receipts off counts as delivered, so the true read rate may be higher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unconfirmed: the connection was lost before WhatsApp answered. These people may or may not have got the message. Fanfare never sends to them again by itself, so that nobody gets it twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are shown for %1. Made %2 with Fanfare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report could not be written to %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · campaign report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>Phone or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about these people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People of this campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste numbers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One person…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove everybody…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln people in this campaign</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln numbers of the last file were left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You can still fix them and add those people.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Add one person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is checked before the person is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+34 600 000 274</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the number first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhoneChangeDelegate</name>
    <message>
        <source>Number for this row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhoneParser</name>
    <message>
        <source>“%1” is not a country that phone numbers are known for. Use its two letters, as in ES or IN.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>Give the campaign a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The campaign has a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template “%1” in %2 is not known here. Sync the templates, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template has parts that Fanfare cannot fill in yet: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta does not let this template be sent: its status is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template was changed at Meta after this campaign was set up. People get Meta&apos;s present text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta rates this template&apos;s quality as low. It may be paused while you send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template is approved and unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody to send to. Add people first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) will get this campaign.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is empty for %n person(s). Set a default or leave them out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Meta would refuse the values of %n person(s): a line break, a tab, too many spaces, or a text that gets too long.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Every value is filled in for every person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No header file is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template needs a picture, video or document in its header. Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header file cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header file is larger than the %1 that Meta allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header file is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice: nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number is connected. Connect one in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no access key for this number. Paste one in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta rates this number&apos;s quality as low. Send to fewer, better-matched people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number was not checked with Meta yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number %1 is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice has no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta did not say how many people this number may write to in 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This goes to %1 people; %2 more are allowed in these 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more people may be written to in these 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is more than the 80/s that Meta gives most numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) opted out and will not get it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody on the list has opted out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) have no recorded opt-in. Meta requires one.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody&apos;s opt-in is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Meta does not deliver marketing to US numbers: %n person(s) will not get it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No number that Meta is known to refuse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No day is chosen on which messages may leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The send window is closed at the start. The first message leaves at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The send window is open at the start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A file and its size: &quot;lisboa.jpg · 412 kB&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipientImport</name>
    <message>
        <source>No column looks like phone numbers. Say which one holds them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipientTableModel</name>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemarkDelegate</name>
    <message>
        <source>Fix</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RetryPolicy</name>
    <message>
        <source>A safe connection to Meta could not be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the server address in Settings, this computer&apos;s date, and whether a proxy or a virus scanner stands between, then resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta&apos;s answer was lost, so it is not known whether the message went out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A delivery event settles it by itself. If none comes, decide whether to send it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretStore</name>
    <message>
        <source>The keychain of this computer is locked. Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secret is stored under this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keychain that can be used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sender</name>
    <message>
        <source>Sending goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the access key in Settings, then resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template of this campaign is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate the campaign and choose the template again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header file could not be uploaded yet: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header file could not be uploaded: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file, then resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sent cannot be written down, so sending waits: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on the disk. Sending goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the send window if it should go out sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The send window is closed and never opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The send window is closed. Sending goes on at %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsStep</name>
    <message>
        <source>%1 a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One number can send up to %1 a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta gives most numbers up to %1 a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM, HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside these hours nothing leaves; the rest waits for the next day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If Meta is busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only short-lived errors are tried again. A refused number never is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety brake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops a bad list or template before it hurts your number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you press send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored until then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send by hand later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>Qt date format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending hours from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending hours to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <comment>between two times of day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each person&apos;s own time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often it is tried again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times, waiting longer each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause when more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <comment>behind a number of percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent that may fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of how many messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are told at once, and nothing more leaves until you resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 time, your computer&apos;s zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 time for everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add people first; then this says how long it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose hours and days in which messages may leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>for %Ln messages, %1</source>
        <extracomment>&quot;for 1,377 messages at 10 a minute&quot;</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>When you send it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this computer on and awake at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages only leave while Fanfare is running.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current place</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>Tooltip of a place: its name and the keys that lead there.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StackedBar</name>
    <message>
        <source>Remaining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>One part of a progress bar, read aloud: &quot;Delivered 4,080&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Progress of %n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StandardInput</name>
    <message>
        <source>Standard input cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard input is too long.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatePanel</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBadge</name>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepIndicator</name>
    <message>
        <source>not done yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2: %3, %4</source>
        <extracomment>Read aloud for a step of the wizard: number, count, name, state.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>This person is not in the campaign any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no template “%1” in %2 here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplateTableModel</name>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>Details: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineChart</name>
    <message>
        <source>%1k</source>
        <extracomment>Thousands on the axis of a chart: &quot;2.5k&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WebhookParser</name>
    <message numerus="yes">
        <source>%n part(s) that could not be read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This is not a webhook: it is not JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is JSON, but not a webhook of WhatsApp.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A percentage; %1 is the number. The space will not break.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>So many people of all: &quot;3 of 12&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) %1 h</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HH:mm:ss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM, HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy, HH:mm:ss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A language with its country&apos;s code: &quot;English (US)&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Utility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not rated yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place: latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place: longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place: name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place: address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Button %1: link ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A numbered value of a template with an example of it: &quot;2 · 5 December&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as fast as the number allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The campaign has a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The campaign needs a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template is approved and unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template cannot be sent as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People are chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every value is filled in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some values are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header file is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header file is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number and access key are healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within the 24-hour limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 24-hour limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed is allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed may be too high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opted-out people are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody agreed to get messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent is not recorded for everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No numbers that Meta refuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some numbers will be refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits into the sending hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside the sending hours</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>There is a workspace in %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a file, not a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 has other files in it. Choose an empty one or a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no workspace in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
