#pragma once

#include "support/fakeclock.h"
#include "widgets/samples.h"
#include "widgets/wizard/campaignwizard.h"

#include <gtest/gtest.h>

#include <vector>

/// The wizard in a window, with someone who answers like the workspace: drafts are stored, files hold 1,377
/// people.
class WizardTest : public testing::Test
{
protected:
    WizardTest();

    template <typename Widget>
    Widget *find(const QString &name) const
    {
        auto *found = wizard.findChild<Widget *>(name);
        EXPECT_NE(found, nullptr) << name.toStdString();
        return found;
    }

    void click(const QString &name) const;
    QString textOf(const QString &name) const;
    /// A click on the first row of a table.
    void chooseFirstRow(const QString &name) const;
    bool says(const QString &sentence) const;

    static QString focusName();
    static void tabTo(const QString &name);

    void typeDetails() const;
    void openAt(WizardStep step, qint64 people = 1377);

    FakeClock clock{Samples::momentOf(QStringLiteral("2026-11-19T11:42:00"))};
    CampaignWizard wizard{clock, Samples::phoneFormat()};
    std::vector<CampaignDraft> saved;
    std::vector<AudienceChoices> previewed;
    std::vector<SampleChoice> samples;
    std::vector<PreflightCheck> checks = Samples::checks();
    int imports = 0;
    bool answersPreviews = true;
    bool answersImports = true;
};
