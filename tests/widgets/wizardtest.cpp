#include "widgets/wizardtest.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

WizardTest::WizardTest()
{
    QLocale::setDefault(QLocale{u"en_GB"_s});
    wizard.setSenders(Samples::senders());
    wizard.setTemplates(Samples::templates(), clock.now());
    wizard.setZone(QTimeZone::utc());
    QObject::connect(&wizard, &CampaignWizard::draftChanged, &wizard, [this](const CampaignDraft &draft) {
        saved.push_back(draft);
        wizard.setSaved({7}, clock.now());
    });
    QObject::connect(&wizard, &CampaignWizard::previewWanted, &wizard,
                     [this](const AudienceSource &source, const AudienceChoices &choices) {
                         previewed.push_back(choices);
                         if (!answersPreviews)
                             return;
                         AudiencePreview preview = Samples::preview();
                         preview.source = source;
                         wizard.setAudiencePreview(preview);
                     });
    QObject::connect(&wizard, &CampaignWizard::importWanted, &wizard, [this] {
        ++imports;
        if (answersImports)
            wizard.setImported(1377);
    });
    QObject::connect(&wizard, &CampaignWizard::checkWanted, &wizard, [this] {
        wizard.setChecks(checks, SendEstimate{2h, clock.now(), clock.now() + 2h});
    });
    QObject::connect(&wizard, &CampaignWizard::sampleWanted, &wizard, [this](const SampleChoice &choice) {
        samples.push_back(choice);
        wizard.setSample(Samples::sample(choice.place));
    });
    QObject::connect(&wizard, &CampaignWizard::peopleWanted, &wizard,
                     [this](const QString &search) { wizard.setPeopleTotal(search, 1377); });
    QObject::connect(&wizard, &CampaignWizard::peoplePageWanted, &wizard,
                     [this](const QString &, const PageRequest &request) {
                         wizard.people().setPage(request,
                                                 Samples::draftPeople(request.offset, request.count));
                     });
    wizard.resize(1232, 868);
    wizard.show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&wizard));
}

void WizardTest::click(const QString &name) const
{
    auto *button = find<QAbstractButton>(name);
    ASSERT_TRUE(button->isEnabled()) << name.toStdString();
    QTest::mouseClick(button, Qt::LeftButton);
}

QString WizardTest::textOf(const QString &name) const
{
    return find<QAbstractButton>(name)->text();
}

void WizardTest::chooseFirstRow(const QString &name) const
{
    auto *table = find<QTableView>(name);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(0, 0)).center());
}

bool WizardTest::says(const QString &sentence) const
{
    const QList<QLabel *> labels = wizard.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(sentence);
    });
}

QString WizardTest::focusName()
{
    const QWidget *focused = QApplication::focusWidget();
    return focused ? focused->objectName() : QString{};
}

void WizardTest::tabTo(const QString &name)
{
    for (int stops = 0; stops < 50 && focusName() != name; ++stops)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    EXPECT_EQ(focusName(), name);
}

void WizardTest::typeDetails() const
{
    QTest::keyClicks(find<QLineEdit>(u"nameEdit"_s), u"Goa"_s);
    QTest::keyClicks(find<QLineEdit>(u"templateSearch"_s), u"goa"_s);
    chooseFirstRow(u"templateTable"_s);
}

void WizardTest::openAt(WizardStep step, qint64 people)
{
    CampaignDraft draft = Samples::draft();
    draft.scheduledFor = clock.now() + 24h;
    draft.step = step;
    wizard.open(draft, people);
}
