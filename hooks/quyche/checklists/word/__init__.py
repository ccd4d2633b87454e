"""The sheet as an editable Word document, made from a template that an office can replace with its own.

What is to be filled stands in content controls. A program fills a sheet by their tags, without knowing its layout:

============================================= =============================================================
Tag                                           What
============================================= =============================================================
``CODE:STATE``                                the check box of an answer: ``d5.k8.1:done``; a line that is not answered
                                              on the scale has none
``CODE:FIELD``                                text of a line: ``result``, ``evidence``, ``note`` and, with points,
                                              ``points``, ``reviewer``; ``CODE`` is the code of the duty
``TASK/N:FIELD``                              text of the N-th line (from 1) of a task in part IV: ``due``, ``held``,
                                              ``number``, ``note``; ``TASK`` is its id in the record
``PART:STATE`` ``PART:applicable``            a number of part V; ``PART`` is ``own``, ``group``, ``common`` or
``PART:share`` ``totals:standing``            ``all``; ``share`` is the percentage done
``remarks:FIELD``                             text of parts VI and VII: ``shortcomings``, ``causes``,
                                              ``commendations``, ``proposals``, ``opinion``
``unit`` ``year`` ``rating``                  text; fill each place where they stand
============================================= =============================================================

Fields have the names of the record (``quyche.checklists.record``).

Every text control is ``w:sdt`` with ``w:sdtPr`` (``w:alias``, ``w:tag``, ``w:showingPlcHdr`` while it is empty,
``w:text``) and a ``w:sdtContent`` of one ``w:r`` that ends in one ``w:t``: to fill it, drop ``w:showingPlcHdr`` and set
the words of ``w:t``. Every check box has a ``w14:checkbox`` in the place of ``w:text``: to tick it, set
``w14:checked`` to ``1`` and the words to ``☒``. The form on the page gives each line of an answer a paragraph of
its own with a control of the same tag: read the controls with one tag in order, as lines.

What the sheet is stands in ``docProps/core.xml``: ``dc:identifier`` is
``REGULATION/BODY/SCHEMA``, ``cp:version`` is the version and the hash of the regulation.
"""
