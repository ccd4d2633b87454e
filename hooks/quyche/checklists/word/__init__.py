"""The sheet as an editable Word document, made from a template that an office can replace with its own.

What is to be filled stands in content controls. A program fills a sheet by their tags, without knowing its layout:

============================================= =============================================================
Tag                                           What
============================================= =============================================================
``CODE:STATE``                                the check box of an answer: ``d5.k8.1:done``
``CODE:result`` ``CODE:evidence``             text of a line; ``CODE`` is the permanent code of the duty
``CODE:note`` ``CODE:self`` ``CODE:reviewer`` text of a line (the last two only with points)
``CODE/N:due`` ``:date`` ``:document``        text of the N-th line (from 1) of a task in part IV;
``CODE/N:note``                               ``CODE`` is the first duty of the task
``PART:STATE`` ``PART:assessed``              a number of part V; ``PART`` is ``own``, ``group``, ``common`` or
``PART:share``                                ``all``; ``share`` is the percentage done
``remarks:limits`` ``:causes`` ``:praise``    text of parts VI and VII
``:requests`` ``:opinion``
``unit`` ``year`` ``rating``                  text; fill each place where they stand
============================================= =============================================================

Every text control is ``w:sdt`` with ``w:sdtPr`` (``w:alias``, ``w:tag``, ``w:showingPlcHdr`` while it is empty,
``w:text``) and a ``w:sdtContent`` of one ``w:r`` that ends in one ``w:t``: to fill it, drop ``w:showingPlcHdr`` and set
the words of ``w:t``. Every check box has a ``w14:checkbox`` in the place of ``w:text``: to tick it, set
``w14:checked`` to ``1`` and the words to ``☒``. The form on the page gives each line of an answer a paragraph of
its own with a control of the same tag: read the controls with one tag in order, as lines.

What the sheet is stands in ``docProps/core.xml``: ``dc:identifier`` is
``REGULATION/BODY/SCHEMA``, ``cp:version`` is the version and the hash of the regulation.
"""
