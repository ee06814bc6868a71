#include "widgets/wizard/wizardsteppage.h"

#include <algorithm>

void WizardStepPage::showProblems(const std::vector<DraftProblem> &problems)
{
    for (const DraftField field : fields()) {
        const auto found =
            std::find_if(problems.begin(), problems.end(),
                         [field](const DraftProblem &problem) { return problem.field == field; });
        const bool isTold = found != problems.end() && m_touched.contains(field);
        showProblem(field, isTold ? found->sentence : QString{});
    }
}

void WizardStepPage::insist(const std::vector<DraftProblem> &problems)
{
    for (const DraftField field : fields())
        m_touched.insert(field);
    showProblems(problems);
    if (!problems.empty())
        focusField(problems.front().field);
}

void WizardStepPage::forgetTouched()
{
    m_touched.clear();
    showProblems({});
}

void WizardStepPage::touch(DraftField field)
{
    m_touched.insert(field);
    emit edited();
}
