#include "ui/webview/sandbox.h"

#include <QCoreApplication>

#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace verdesk::ui::webview {
namespace {

struct Sandbox {
    Q_DECLARE_TR_FUNCTIONS(verdesk::ui::webview::Sandbox)
};

#ifdef Q_OS_LINUX
// A process of its own tries it. Both at once: Ubuntu lets anybody make a user namespace, and nothing be done in it.
bool givesNamespaces() {
    const auto child = fork();
    if (child == 0) {
        _exit(unshare(CLONE_NEWUSER | CLONE_NEWPID) == 0 ? 0 : 1);
    }
    int status = 1;
    pid_t ended = -1;
    while (child > 0 && (ended = waitpid(child, &status, 0)) < 0 && errno == EINTR) {
    }
    return ended != child || (WIFEXITED(status) && WEXITSTATUS(status) == 0);  // in doubt the engine may try
}
#endif

}  // namespace

SandboxTrouble sandboxTrouble(const SandboxGround& ground) {
    if (ground.isOff) {
        return SandboxTrouble::none;
    }
    if (ground.isRoot) {
        return SandboxTrouble::root;
    }
    return ground.givesNamespaces() ? SandboxTrouble::none : SandboxTrouble::noNamespaces;
}

SandboxGround groundHere() {
    SandboxGround ground;
#ifdef Q_OS_LINUX
    ground.isOff = qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX");
    ground.isRoot = getuid() == 0 || geteuid() == 0;
    ground.givesNamespaces = givesNamespaces;
#endif
    return ground;
}

QString inWords(SandboxTrouble trouble) {
    switch (trouble) {
        case SandboxTrouble::none:
            break;
        case SandboxTrouble::root:
            return Sandbox::tr(
                "Verdesk was started as this computer's administrator (root). The embedded browser shuts "
                "providers' pages in, cannot do so for root, and does not run them open. Start Verdesk as "
                "an ordinary user.");
        case SandboxTrouble::noNamespaces:
            return Sandbox::tr(
                "This computer does not let ordinary users shut programs in (user namespaces are switched "
                "off). The embedded browser does not run providers' pages open. Ask your administrator to "
                "allow it for Verdesk.");
    }
    return {};
}

}  // namespace verdesk::ui::webview
