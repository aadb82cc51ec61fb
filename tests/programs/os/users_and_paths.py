# pwd, expanduser with a name, and the functions of os.path called with wrong counts of arguments.
import os
import pwd


def show(function, *args):
    try:
        print(function.__name__, function(*args))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


print(os.path.expanduser("~root/x") == pwd.getpwnam("root").pw_dir + "/x", os.path.expanduser("~no_such_user/x"))
root = pwd.getpwuid(0)
print(root.pw_name, root.pw_uid, root[2], type(root), len(root), root == pwd.getpwnam("root"), root in pwd.getpwall())
for args in [(), (1,), ("a", 2)]:
    for function in [os.path.exists, os.path.isdir, os.path.isfile, os.path.islink, os.path.lexists, os.path.basename, os.path.getsize, os.path.ismount]:
        if args != (1,):
            show(function, *args)
show(pwd.getpwnam, "no_such_user")
show(pwd.getpwnam, 5)
show(pwd.getpwuid, 123456)
show(pwd.getpwuid, "a")
show(pwd.getpwuid, -1)
show(pwd.getpwuid, 2**70)
