#include "app/workbench.h"

#include "workspace/backgrounddesk.h"
#include "workspace/credentialvault.h"
#include "workspace/session.h"

void askForToken(const Workbench &bench, AccountId account, QPointer<QObject> context,
                 std::function<void(bool)> answer)
{
    bench.desk.run(
        context, [account](Session &session) { return session.accountDesk().load(account); },
        [&vault = bench.vault, context, answer = std::move(answer)](const Result<KnownAccount> &known) {
            if (!known) {
                answer(false);
                return;
            }
            vault.resolve(*known,
                          [context, answer](const Result<std::shared_ptr<const Credential>> &credential) {
                              if (context)
                                  answer(static_cast<bool>(credential));
                          });
        });
}
