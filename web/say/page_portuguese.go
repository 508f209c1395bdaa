package say

var portuguesePage = Page{}
