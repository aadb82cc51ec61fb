import marshal
vals=[None,True,5,-3,2**40,2**100,-2**70,2**62,-2**63,2**63,1.5,'abc','é','\ud800x','a'*300,(1,2),[1],{'a':1},b'xy',{1},frozenset([1]),...,StopIteration,('a','a'),tuple(range(300)),{('f',1,'n'):(1,2,.5,.25,{('g',2,'m'):(1,1,.1,.2)})}]
for o in vals:
    for v in range(5):
        b=marshal.dumps(o,v)
        assert marshal.loads(b)==o, (o,v,b)
    if v==4: print(marshal.dumps(o,2)[:60])
a=[];a.append(a); b=marshal.loads(marshal.dumps(a)); print(b[0] is b)
for b in [b'', b'i\1', b'?', b's\xff\xff\xff\xff', b'(\1\0\0\0', b'[\1\0\0\0r\0\0\0\0', b'0', b'{0', b'r\0\0\0\0', b'l\1\0\0\0\xff\xff', b'l\1\0\0\0\0\0']:
    try: print(b, marshal.loads(b))
    except Exception as e: print(b, type(e).__name__, e)
try: marshal.dumps(object())
except Exception as e: print(type(e).__name__, e)
l=[]
for i in range(3000): l=[l]
try: print(len(marshal.dumps(l)))
except Exception as e: print(type(e).__name__, e)
try: marshal.loads(b'[\1\0\0\0'*5000+b'N')
except Exception as e: print(type(e).__name__, e)
print(len(marshal.dumps([[[1]]]*1000)) < 9000)
