var Grailbird={};
