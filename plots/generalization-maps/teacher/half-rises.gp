# half-rises: When modes are learned: teacher, at noise = 1.25
#
# Draw it again:   gnuplot half-rises.gp
# As PNG or PDF:   gnuplot -e "format='png'" half-rises.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" half-rises.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'half-rises.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,565 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,1130 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,5.89in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,721 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1082 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.51in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,403 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1612 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,4.2in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $half_rises has the columns 1 signal, 2 mode_1, 3 mode_1_lower_quartile, 4 mode_1_upper_quartile, 5 mode_2, 6 mode_2_lower_quartile, 7 mode_2_upper_quartile, 8 mode_3, 9 mode_3_lower_quartile, 10 mode_3_upper_quartile, 11 mode_4, 12 mode_4_lower_quartile, 13 mode_4_upper_quartile, 14 mode_5, 15 mode_5_lower_quartile, 16 mode_5_upper_quartile, 17 mode_6, 18 mode_6_lower_quartile, 19 mode_6_upper_quartile, 20 mode_7, 21 mode_7_lower_quartile, 22 mode_7_upper_quartile, 23 mode_8, 24 mode_8_lower_quartile, 25 mode_8_upper_quartile, 26 mode_9, 27 mode_9_lower_quartile, 28 mode_9_upper_quartile, 29 mode_10, 30 mode_10_lower_quartile, 31 mode_10_upper_quartile, 32 mode_11, 33 mode_11_lower_quartile, 34 mode_11_upper_quartile, 35 mode_12, 36 mode_12_lower_quartile, 37 mode_12_upper_quartile, 38 mode_13, 39 mode_13_lower_quartile, 40 mode_13_upper_quartile, 41 mode_14, 42 mode_14_lower_quartile, 43 mode_14_upper_quartile, 44 mode_15, 45 mode_15_lower_quartile, 46 mode_15_upper_quartile, 47 mode_16, 48 mode_16_lower_quartile, 49 mode_16_upper_quartile, 50 mode_17, 51 mode_17_lower_quartile, 52 mode_17_upper_quartile, 53 mode_18, 54 mode_18_lower_quartile, 55 mode_18_upper_quartile, 56 mode_19, 57 mode_19_lower_quartile, 58 mode_19_upper_quartile, 59 mode_20, 60 mode_20_lower_quartile, 61 mode_20_upper_quartile, 62 mode_21, 63 mode_21_lower_quartile, 64 mode_21_upper_quartile, 65 mode_22, 66 mode_22_lower_quartile, 67 mode_22_upper_quartile, 68 mode_23, 69 mode_23_lower_quartile, 70 mode_23_upper_quartile, 71 mode_24, 72 mode_24_lower_quartile, 73 mode_24_upper_quartile, 74 mode_25, 75 mode_25_lower_quartile, 76 mode_25_upper_quartile, 77 mode_26, 78 mode_26_lower_quartile, 79 mode_26_upper_quartile, 80 mode_27, 81 mode_27_lower_quartile, 82 mode_27_upper_quartile, 83 mode_28, 84 mode_28_lower_quartile, 85 mode_28_upper_quartile, 86 mode_29, 87 mode_29_lower_quartile, 88 mode_29_upper_quartile, 89 mode_30, 90 mode_30_lower_quartile, 91 mode_30_upper_quartile, 92 mode_31, 93 mode_31_lower_quartile, 94 mode_31_upper_quartile, 95 mode_32, 96 mode_32_lower_quartile, 97 mode_32_upper_quartile, 98 mode_33, 99 mode_33_lower_quartile, 100 mode_33_upper_quartile, 101 mode_34, 102 mode_34_lower_quartile, 103 mode_34_upper_quartile, 104 mode_35, 105 mode_35_lower_quartile, 106 mode_35_upper_quartile, 107 mode_36, 108 mode_36_lower_quartile, 109 mode_36_upper_quartile, 110 mode_37, 111 mode_37_lower_quartile, 112 mode_37_upper_quartile, 113 mode_38, 114 mode_38_lower_quartile, 115 mode_38_upper_quartile, 116 mode_39, 117 mode_39_lower_quartile, 118 mode_39_upper_quartile, 119 mode_40, 120 mode_40_lower_quartile, 121 mode_40_upper_quartile, 122 mode_41, 123 mode_41_lower_quartile, 124 mode_41_upper_quartile, 125 mode_42, 126 mode_42_lower_quartile, 127 mode_42_upper_quartile, 128 mode_43, 129 mode_43_lower_quartile, 130 mode_43_upper_quartile, 131 mode_44, 132 mode_44_lower_quartile, 133 mode_44_upper_quartile, 134 mode_45, 135 mode_45_lower_quartile, 136 mode_45_upper_quartile, 137 mode_46, 138 mode_46_lower_quartile, 139 mode_46_upper_quartile, 140 mode_47, 141 mode_47_lower_quartile, 142 mode_47_upper_quartile, 143 mode_48, 144 mode_48_lower_quartile, 145 mode_48_upper_quartile, 146 mode_49, 147 mode_49_lower_quartile, 148 mode_49_upper_quartile, 149 mode_50, 150 mode_50_lower_quartile, 151 mode_50_upper_quartile
set table $half_rises; plot 'half-rises.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)."\t".strcol(10)."\t".strcol(11)."\t".strcol(12)."\t".strcol(13)."\t".strcol(14)."\t".strcol(15)."\t".strcol(16)."\t".strcol(17)."\t".strcol(18)."\t".strcol(19)."\t".strcol(20)."\t".strcol(21)."\t".strcol(22)."\t".strcol(23)."\t".strcol(24)."\t".strcol(25)."\t".strcol(26)."\t".strcol(27)."\t".strcol(28)."\t".strcol(29)."\t".strcol(30)."\t".strcol(31)."\t".strcol(32)."\t".strcol(33)."\t".strcol(34)."\t".strcol(35)."\t".strcol(36)."\t".strcol(37)."\t".strcol(38)."\t".strcol(39)."\t".strcol(40)."\t".strcol(41)."\t".strcol(42)."\t".strcol(43)."\t".strcol(44)."\t".strcol(45)."\t".strcol(46)."\t".strcol(47)."\t".strcol(48)."\t".strcol(49)."\t".strcol(50)."\t".strcol(51)."\t".strcol(52)."\t".strcol(53)."\t".strcol(54)."\t".strcol(55)."\t".strcol(56)."\t".strcol(57)."\t".strcol(58)."\t".strcol(59)."\t".strcol(60)."\t".strcol(61)."\t".strcol(62)."\t".strcol(63)."\t".strcol(64)."\t".strcol(65)."\t".strcol(66)."\t".strcol(67)."\t".strcol(68)."\t".strcol(69)."\t".strcol(70)."\t".strcol(71)."\t".strcol(72)."\t".strcol(73)."\t".strcol(74)."\t".strcol(75)."\t".strcol(76)."\t".strcol(77)."\t".strcol(78)."\t".strcol(79)."\t".strcol(80)."\t".strcol(81)."\t".strcol(82)."\t".strcol(83)."\t".strcol(84)."\t".strcol(85)."\t".strcol(86)."\t".strcol(87)."\t".strcol(88)."\t".strcol(89)."\t".strcol(90)."\t".strcol(91)."\t".strcol(92)."\t".strcol(93)."\t".strcol(94)."\t".strcol(95)."\t".strcol(96)."\t".strcol(97)."\t".strcol(98)."\t".strcol(99)."\t".strcol(100)."\t".strcol(101)."\t".strcol(102)."\t".strcol(103)."\t".strcol(104)."\t".strcol(105)."\t".strcol(106)."\t".strcol(107)."\t".strcol(108)."\t".strcol(109)."\t".strcol(110)."\t".strcol(111)."\t".strcol(112)."\t".strcol(113)."\t".strcol(114)."\t".strcol(115)."\t".strcol(116)."\t".strcol(117)."\t".strcol(118)."\t".strcol(119)."\t".strcol(120)."\t".strcol(121)."\t".strcol(122)."\t".strcol(123)."\t".strcol(124)."\t".strcol(125)."\t".strcol(126)."\t".strcol(127)."\t".strcol(128)."\t".strcol(129)."\t".strcol(130)."\t".strcol(131)."\t".strcol(132)."\t".strcol(133)."\t".strcol(134)."\t".strcol(135)."\t".strcol(136)."\t".strcol(137)."\t".strcol(138)."\t".strcol(139)."\t".strcol(140)."\t".strcol(141)."\t".strcol(142)."\t".strcol(143)."\t".strcol(144)."\t".strcol(145)."\t".strcol(146)."\t".strcol(147)."\t".strcol(148)."\t".strcol(149)."\t".strcol(150)."\t".strcol(151)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08636
if (medium eq 'web') set rmargin at screen 0.7
if (medium eq 'web') set bmargin at screen 0.20708
if (medium eq 'web') set tmargin at screen 0.92035
if (medium eq 'slides') set lmargin at screen 0.11817
if (medium eq 'slides') set rmargin at screen 0.98124
if (medium eq 'slides') set bmargin at screen 0.49597
if (medium eq 'slides') set tmargin at screen 0.91012
if (medium eq 'paper') set lmargin at screen 0.20621
if (medium eq 'paper') set rmargin at screen 0.96727
if (medium eq 'paper') set bmargin at screen 0.56098
if (medium eq 'paper') set tmargin at screen 0.92854
set border 3 linecolor '#404040'
if (medium eq 'web') set title 'When modes are learned: teacher, at noise = 1.25' offset 0,-0.3
if (medium eq 'slides') set title 'When modes are learned: teacher, at noise = 1.25' offset 0,-0.3
if (medium eq 'web') set label 40 'signal' at screen 0.39318,0.11018 center
if (medium eq 'web') set label 1 'half-rise epoch' at screen 0.01542,0.56372 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'Lines: median over 5 seeds; bands: middle half (25–75 %); runs without a value are left out.'.'}' at screen 0.08636,0.07035 left textcolor '#404040'
if (medium eq 'web') set label 30 '{/*0.88 '.'teacher · seed 1 … 5 (5 values)'.'}' at screen 0.00682,0.02315 left textcolor '#707070'
if (medium eq 'slides') set label 40 'signal' at screen 0.54971,0.37447 center
if (medium eq 'slides') set label 1 'half-rise epoch' at screen 0.02063,0.70305 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'Lines: median over 5 seeds; bands: middle half (25–75 %); runs without a value are left out.'.'}' at screen 0.11817,0.32454 left textcolor '#404040'
if (medium eq 'slides') set label 30 '{/*0.88 '.'teacher · seed 1 … 5 (5 values)'.'}' at screen 0.00938,0.02903 left textcolor '#707070'
if (medium eq 'paper') set label 40 'signal' at screen 0.58674,0.46437 center
if (medium eq 'paper') set label 1 'half-rise epoch' at screen 0.03599,0.74476 center rotate by 90
if (medium eq 'paper') set label 10 'When modes are learned: teacher, at noise = 1.25' at screen 0.55641,0.95765 center
if (medium eq 'paper') set label 20 '{/*0.88 '.'Lines: median over 5 seeds; bands: middle half (25–75 %);'.'}' at screen 0.01309,0.42466 left textcolor '#404040'
if (medium eq 'paper') set label 21 '{/*0.88 '.'runs without a value are left out.'.'}' at screen 0.01309,0.39438 left textcolor '#404040'
if (medium eq 'paper') set label 30 '{/*0.88 '.'teacher · seed 1 … 5 (5 values)'.'}' at screen 0.01636,0.02308 left textcolor '#707070'
set xrange [0.41000000000000003:5.09]
set xtics out nomirror 0.5
if (medium eq 'web') set yrange [0:1065]
if (medium eq 'web') set ytics out nomirror 200
if (medium eq 'slides') set yrange [0:1065]
if (medium eq 'slides') set ytics out nomirror 500
if (medium eq 'paper') set yrange [0:1065]
if (medium eq 'paper') set ytics out nomirror 500
if (medium eq 'web') set key at screen 0.72273,0.92035 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.29312 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -3
if (medium eq 'paper') set key at screen 0.01309,0.3694 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -3
plot $half_rises using 1:3:4 with filledcurves fillcolor rgb '#0072b2' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:6:7 with filledcurves fillcolor rgb '#d55e00' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:9:10 with filledcurves fillcolor rgb '#009e73' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:12:13 with filledcurves fillcolor rgb '#e69f00' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:15:16 with filledcurves fillcolor rgb '#56b4e9' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:18:19 with filledcurves fillcolor rgb '#cc79a7' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:21:22 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:24:25 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:27:28 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:30:31 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:33:34 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:36:37 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:39:40 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:42:43 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:45:46 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:48:49 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:51:52 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:54:55 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:57:58 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:60:61 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:63:64 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:66:67 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:69:70 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:72:73 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:75:76 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:78:79 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:81:82 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:84:85 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:87:88 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:90:91 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:93:94 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:96:97 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:99:100 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:102:103 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:105:106 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:108:109 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:111:112 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:114:115 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:117:118 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:120:121 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:123:124 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:126:127 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:129:130 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:132:133 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:135:136 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:138:139 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:141:142 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:144:145 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:147:148 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:150:151 with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:2 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' linewidth 2.5 dashtype 1 title 'mode 1', \
     $half_rises using 1:5 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#d55e00' linewidth 2.5 dashtype 1 title 'mode 2', \
     $half_rises using 1:8 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#009e73' linewidth 2.5 dashtype 1 title 'mode 3', \
     $half_rises using 1:11 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#e69f00' linewidth 2.5 dashtype 1 title 'mode 4', \
     $half_rises using 1:14 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#56b4e9' linewidth 2.5 dashtype 1 title 'mode 5', \
     $half_rises using 1:17 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#cc79a7' linewidth 2.5 dashtype 1 title 'mode 6', \
     $half_rises using 1:20 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 title 'mode 7 and later ones', \
     $half_rises using 1:23 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:26 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:29 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:32 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:35 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:38 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:41 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:44 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:47 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:50 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:53 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:56 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:59 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:62 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:65 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:68 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:71 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:74 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:77 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:80 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:83 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:86 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:89 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:92 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:95 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:98 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:101 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:104 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:107 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:110 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:113 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:116 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:119 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:122 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:125 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:128 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:131 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:134 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:137 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:140 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:143 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:146 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     $half_rises using 1:149 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle
